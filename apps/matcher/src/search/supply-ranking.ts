import {
  type CalendarCache,
  type Candidate,
  composeShortlist,
  defaultRankingLimits,
  type MatchingContext,
  type NeedToMatch,
  type PreparedNeed,
  prepareNeed,
  type RankingLimits,
  type Shortlist,
} from '#domain';
import type { SupplyColumns } from './columns/supply-columns.js';
import { SupplySearch } from './supply-search.js';

/** Makes shortlists out of the supply in memory: the same as the domain's `rank` over everybody, in a fraction of the time. */
export class SupplyRanking {
  private readonly search: SupplySearch;

  constructor(
    private readonly supply: SupplyColumns,
    private readonly calendars: CalendarCache,
  ) {
    this.search = new SupplySearch(supply, calendars);
  }

  /** The best without explanations and without what a shortlist does for variety, the better first. */
  best(prepared: PreparedNeed, context: MatchingContext, most: number): Candidate[] {
    return this.search.best(prepared, context, most).map((row) => this.supply.candidate(row));
  }

  /** @throws DomainError `time.…` for a need that was never checked */
  rank(need: NeedToMatch, context: MatchingContext, limits: RankingLimits = defaultRankingLimits): Shortlist {
    const prepared = prepareNeed(need, context);
    const findings = this.search.find(prepared, context, limits);
    return composeShortlist(prepared, findings, context, this.calendars, limits);
  }
}
