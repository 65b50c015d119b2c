import { everyItem, type Page } from '../pages.js';
import { type Command, Misuse, text } from './command.js';

type Shown = Readonly<Record<string, unknown>>;

/** Lists that have pages; each is what its path says. */
const lists = [
  'absences',
  'access-grants',
  'agencies',
  'agreements',
  'api-keys',
  'assistants',
  'assistants/published',
  'bookings',
  'clearances',
  'conversations',
  'credit-notes',
  'engagements',
  'enquiries',
  'invitations',
  'invoices',
  'members',
  'needs',
  'notifications',
  'payouts',
  'proposals',
  'records',
  'reviews',
  'substitutions',
  'tax-packs',
  'time-entries',
  'webhooks',
] as const;

/** What tells one from another, the first that there are. */
const telling = ['status', 'displayName', 'name', 'number', 'description', 'url', 'startsOn', 'year', 'sentence'];

export const list: Command = {
  name: 'list',
  takes: ['WHAT'],
  says: 'Lists what there is of something, page by page.',
  options: {
    limit: { type: 'string', says: 'at most so many; 50 unless said, `all` for all', value: 'N' },
    where: { type: 'string', says: 'as the API filters, such as status=confirmed&sort=starts', value: 'QUERY' },
  },
  choices: lists,
  async run({ client, values, given, tell }) {
    const [what] = given;
    if (!lists.some((known) => known === what)) throw new Misuse(`There is no such list; one of ${lists.join(', ')}.`);
    const limit = text(values['limit']) ?? '50';
    const most = limit === 'all' ? Infinity : Number(limit);
    if (!(most > 0)) throw new Misuse('--limit takes a number above 0, or all.');
    const where = Object.fromEntries(new URLSearchParams(text(values['where']) ?? ''));
    const pageSize = Math.min(most, 200);
    // The paths have the same shape and other items; what is in them is printed as it is.
    const items = everyItem<Shown>((after) =>
      client.body(
        client.api.GET(`/v1/${what}` as '/v1/needs', {
          params: { query: { ...where, limit: pageSize, ...(after !== undefined && { after }) } },
        }) as Promise<{ data?: Page<Shown>; error?: unknown; response: Response }>,
      ),
    );
    let count = 0;
    for await (const item of items) {
      tell(item, lineOf(item));
      count += 1;
      if (count >= most) break;
    }
  },
};

const lineOf = (item: Shown): string =>
  [item['id'], ...telling.map((name) => item[name])]
    .filter((value) => ['string', 'number'].includes(typeof value) && value !== '')
    .join('\t');
