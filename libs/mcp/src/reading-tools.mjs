import { z } from 'zod';

const paged = {
  limit: z.number().int().min(1).max(200).default(20).describe('how many at most'),
  after: z.string().optional().describe('`next` of the page before'),
};
const id = z.uuid();

/**
 * What changes nothing.
 * @param {import('@ajudant/client').AjudantClient} client
 * @returns {import('./server.mjs').Tool[]}
 */
export function readingTools(client) {
  const { api } = client;
  /** @param {string} name @param {any} path @param {string} description @param {Record<string, any>} [more] */
  const list = (name, path, description, more = {}) => ({
    name,
    description: `${description} A page; \`next\` is null on the last one.`,
    input: { ...paged, ...more },
    /** @param {any} query */
    run: (query) => client.body(api.GET(path, { params: { query } })),
  });
  /** @param {string} name @param {any} path @param {string} description */
  const one = (name, path, description) => ({
    name,
    description,
    input: { id },
    /** @param {any} params */
    run: (params) => client.body(api.GET(path, { params: { path: params } })),
  });
  return [
    {
      name: 'who_am_i',
      description: 'For whom this key acts, and its scopes.',
      input: {},
      run: () => client.body(api.GET('/v1/me')),
    },
    list(
      'search_assistants',
      '/v1/assistants/published',
      'Assistants that anybody can book: what they do, languages, hourly rate.',
    ),
    list('list_needs', '/v1/needs', 'What the business has asked for help with.'),
    one('read_need', '/v1/needs/{id}', 'One need with its duties, hours and budget.'),
    one('read_shortlist', '/v1/needs/{id}/shortlist', 'Who would suit a need, why, and what is missing.'),
    list('list_proposals', '/v1/proposals', 'Offers of agencies.'),
    list('list_agreements', '/v1/agreements', 'Agreements: who answers for what, and at what price.'),
    one('read_agreement', '/v1/agreements/{id}', 'One agreement with its versions.'),
    list('list_bookings', '/v1/bookings', 'Booked and held time.', {
      status: z.enum(['held', 'confirmed', 'cancelled', 'expired', 'released']).optional(),
    }),
    one('read_booking', '/v1/bookings/{id}', 'One booking.'),
    list('list_invoices', '/v1/invoices', 'Invoices and how far they are paid.'),
    list('list_notifications', '/v1/notifications', 'What somebody was told lately.'),
    list('list_events', '/v1/events', 'What happened in the organisation, in order.', {
      types: z.string().optional().describe('such as booking.confirmed.v1,invoice.issued.v1'),
    }),
    {
      name: 'find_free_time',
      description: 'When an assistant could be booked, within 62 days.',
      input: { id, from: z.iso.datetime(), to: z.iso.datetime(), minutes: z.number().int().min(1).default(60) },
      run: ({ id: assistant, ...query }) =>
        client.body(api.GET('/v1/assistants/{id}/free-slots', { params: { path: { id: assistant }, query } })),
    },
    {
      name: 'suggest_duties',
      description:
        'Duties of the catalogue for a trouble told in plain words (English, Spanish or Catalan). Nothing of it is kept.',
      input: { text: z.string().min(3).max(2_000) },
      run: (body) => client.body(api.POST('/v1/previews/duty-suggestions', { body })),
    },
  ];
}
