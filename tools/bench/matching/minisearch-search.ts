import type { NeedToMatch } from '#domain';
import { installed } from '../installed.js';
import { type Contestant, type Opens, places } from './contestant.js';
import type { Market } from './market.js';
import { type PlainListing, plainListing, plainNeed } from './plain-listing.js';

/** What we use of it. */
declare class MiniSearch<T> {
  constructor(settings: {
    readonly fields: readonly string[];
    readonly storeFields: readonly string[];
    readonly extractField: (document: T, field: string) => string;
    readonly tokenize: (text: string) => string[];
    readonly processTerm: (term: string) => string;
  });
  add(document: T): void;
  search(
    query: { readonly combineWith: string; readonly queries: readonly object[] },
    options: { readonly filter: (hit: Hit) => boolean },
  ): Hit[];
}
type Hit = { readonly id: unknown; readonly terms: readonly string[] } & Readonly<Record<string, unknown>>;

/** Duties and skills as terms; everything else in the filter that it calls for each hit. */
export const openMiniSearch: Opens = (market, step) => {
  const index = new (installed<typeof MiniSearch>('minisearch'))<PlainListing>({
    fields: ['duties', 'skills'],
    storeFields: ['agencyId', 'active', 'qualifications', 'rateEuro', 'clearedUntil', 'hours', 'standing'],
    extractField: (listing, field) =>
      field === 'duties'
        ? listing.duties.join(' ')
        : field === 'skills'
          ? Object.keys(listing.skills).join(' ')
          : (listing[field as keyof PlainListing] as unknown as string),
    tokenize: (text) => text.split(' '),
    processTerm: (term) => term,
  });
  for (let number = 0; number < market.assistants; number += 1) index.add(plainListing(market, number));
  step('MiniSearch: indexed');
  return Promise.resolve(new MiniSearchSearch(index, market));
};

class MiniSearchSearch implements Contestant {
  readonly name = 'MiniSearch';
  readonly leavesOut = 'what PostgreSQL leaves out, levels of skills, and ranks by the words alone (BM25 with weights)';

  constructor(
    private readonly index: MiniSearch<PlainListing>,
    private readonly market: Market,
  ) {}

  find(need: NeedToMatch): Promise<readonly string[]> {
    const plain = plainNeed(need, this.market);
    const weights = new Map([...plain.duties, ...plain.skills].map(({ code, weight }) => [code, weight]));
    const asked = (field: string, codes: readonly { readonly code: string }[]) => ({
      queries: [codes.map(({ code }) => code).join(' ')],
      fields: [field],
      combineWith: 'OR' as const,
      boostTerm: (term: string) => weights.get(term) ?? 1,
    });
    const half = [...plain.hours].flatMap((bit, at) => (bit === '1' ? [at] : []));
    const found = this.index.search(
      {
        combineWith: 'OR',
        queries: [asked('duties', plain.duties), ...(plain.skills.length > 0 ? [asked('skills', plain.skills)] : [])],
      },
      {
        filter: (hit) =>
          hit['active'] === true &&
          plain.duties.some(({ code }) => hit.terms.includes(code)) &&
          (hit['rateEuro'] as number) <= plain.capEuro &&
          (hit['clearedUntil'] as number) >= plain.lastAt &&
          plain.qualifications.every((wanted) => (hit['qualifications'] as string[]).includes(wanted)) &&
          !plain.excludedAgencyIds.includes(hit['agencyId'] as string) &&
          half.filter((at) => (hit['hours'] as string)[at] === '1').length >= plain.leastHalfHours,
      },
    );
    return Promise.resolve(found.slice(0, places).map(({ id }) => id as string));
  }

  close(): Promise<void> {
    return Promise.resolve();
  }
}
