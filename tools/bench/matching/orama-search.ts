import type { NeedToMatch } from '#domain';
import { installed } from '../installed.js';
import { type Contestant, type Opens, places } from './contestant.js';
import type { Market } from './market.js';
import { type PlainListing, plainListing, plainNeed } from './plain-listing.js';

const atATime = 5_000;

/** What we use of it. */
interface Engine {
  create(settings: { readonly schema: Readonly<Record<string, string>>; readonly components: unknown }): unknown;
  insertMultiple(database: unknown, documents: readonly object[]): Promise<unknown>;
  search(
    database: unknown,
    question: {
      readonly term: string;
      readonly properties: readonly string[];
      readonly where: Readonly<Record<string, unknown>>;
      readonly threshold: number;
      readonly limit: number;
    },
  ): Promise<{ readonly hits: readonly { readonly document: PlainListing }[] }>;
}

/** Duties and skills as terms, the filters that it has as its `where`; hours are looked at in what it finds. */
export const openOrama: Opens = async (market, step) => {
  const engine = installed<Engine>('@orama/orama');
  const database = engine.create({
    schema: {
      terms: 'string',
      duties: 'enum[]',
      qualifications: 'enum[]',
      active: 'boolean',
      rateEuro: 'number',
      clearedUntil: 'number',
    },
    components: {
      tokenizer: { language: 'english', normalizationCache: new Map(), tokenize: (text: string) => text.split(' ') },
    },
  });
  for (let first = 0; first < market.assistants; first += atATime) {
    const count = Math.min(atATime, market.assistants - first);
    const listings = Array.from({ length: count }, (_, index) => plainListing(market, first + index));
    await engine.insertMultiple(
      database,
      listings.map((listing) => ({
        ...listing,
        duties: [...listing.duties],
        qualifications: [...listing.qualifications],
        terms: [...listing.duties, ...Object.keys(listing.skills)].join(' '),
      })),
    );
  }
  step('Orama: indexed');
  return new OramaSearch(engine, database, market);
};

class OramaSearch implements Contestant {
  readonly name = 'Orama';
  readonly leavesOut = 'what MiniSearch leaves out, and weights of duties; hours only in the first 200 that it finds';

  constructor(
    private readonly engine: Engine,
    private readonly database: unknown,
    private readonly market: Market,
  ) {}

  async find(need: NeedToMatch): Promise<readonly string[]> {
    const plain = plainNeed(need, this.market);
    const half = [...plain.hours].flatMap((bit, at) => (bit === '1' ? [at] : []));
    const { hits } = await this.engine.search(this.database, {
      term: [...plain.duties, ...plain.skills].map(({ code }) => code).join(' '),
      properties: ['terms'],
      where: {
        duties: { containsAny: plain.duties.map(({ code }) => code) },
        qualifications: { containsAll: [...plain.qualifications] },
        active: true,
        rateEuro: { lte: plain.capEuro },
        clearedUntil: { gte: plain.lastAt },
      },
      threshold: 1,
      limit: places * 10,
    });
    return hits
      .map(({ document }) => document)
      .filter(({ agencyId, hours }) => {
        return (
          !plain.excludedAgencyIds.includes(agencyId) &&
          half.filter((at) => hours[at] === '1').length >= plain.leastHalfHours
        );
      })
      .slice(0, places)
      .map(({ id }) => id);
  }

  close(): Promise<void> {
    return Promise.resolve();
  }
}
