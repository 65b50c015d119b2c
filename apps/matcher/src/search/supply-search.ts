import {
  type CalendarCache,
  type Findings,
  judge,
  type Match,
  type MatchingContext,
  type Miss,
  type PreparedNeed,
  type RankingLimits,
  rankingOrder,
  type Scored,
  scoreOf,
} from '#domain';
import type { SupplyColumns } from './columns/supply-columns.js';
import { NeedSearch } from './need-search.js';
import { SearchBuffers } from './search-buffers.js';

const nothingElse = { nearMisses: 0, newcomerSlot: false, everyCalendar: false } as const;

/**
 * Finds in the columns what a shortlist is made of, without a look at everybody: those who can't pass the cheap filters
 * are left out in bulk, and of the others only those are looked at whose bound reaches what the best have. The shortlist
 * is the same, to the byte, as `rank` over all candidates.
 */
export class SupplySearch {
  private readonly buffers = new SearchBuffers();

  constructor(
    private readonly supply: SupplyColumns,
    private readonly calendars: CalendarCache,
  ) {}

  /** All that a shortlist is made of. @param context with the exchange rates that the supply was built with */
  find(prepared: PreparedNeed, context: MatchingContext, limits: RankingLimits): Findings {
    const { matches, near, excluded } = this.search(prepared, context, limits).findings();
    const rows = [...matches.map(({ row }) => row), ...near];
    return this.judged(rows, prepared, context, { excluded, considered: this.supply.size });
  }

  /** The best in the domain's order, but in no shortlist: nobody has a place by a random draw, or gives one to another agency. */
  best(prepared: PreparedNeed, context: MatchingContext, most: number): number[] {
    const order = rankingOrder(prepared, context);
    const scored = ({ row, total }: { row: number; total: number }): Scored => ({
      candidate: this.supply.candidate(row),
      score: { total },
    });
    return [...this.search(prepared, context, { ...nothingElse, entries: most }).matches()]
      .sort((one, other) => other.total - one.total || order(scored(one), scored(other)))
      .slice(0, most)
      .map(({ row }) => row);
  }

  private search(prepared: PreparedNeed, context: MatchingContext, limits: RankingLimits): NeedSearch {
    const { supply, buffers } = this;
    if (context.rates !== supply.prices.rates) throw new Error('the supply was built with other exchange rates');
    supply.keepUp(context.marketplaceQuality, Date.parse(context.now));
    buffers.reset(supply.words);
    return new NeedSearch(supply, prepared, context, limits, buffers);
  }

  /** What was found has the last word of the domain: its verdict, its overlap, its score. */
  private judged(
    rows: readonly number[],
    prepared: PreparedNeed,
    context: MatchingContext,
    counts: Pick<Findings, 'excluded' | 'considered'>,
  ): Findings {
    const matches: Match[] = [];
    const misses: Miss[] = [];
    for (const row of rows) {
      const candidate = this.supply.candidate(row);
      const { failed, overlap } = judge(prepared, candidate, context.rates, this.calendars);
      if (overlap === null || failed.length > 1) continue;
      const match = { candidate, overlap, score: scoreOf(prepared, candidate, overlap, context) };
      const [failedFilter] = failed;
      if (failedFilter === undefined) matches.push(match);
      else misses.push({ ...match, failedFilter });
    }
    return { matches, misses, ...counts };
  }
}
