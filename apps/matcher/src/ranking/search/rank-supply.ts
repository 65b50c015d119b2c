import {
  type CalendarCache,
  composeShortlist,
  defaultRankingLimits,
  type MatchingContext,
  type NeedToMatch,
  prepareNeed,
  type RankingLimits,
  type Shortlist,
} from '#domain';
import type { SupplyColumns } from '../../supply/columns/supply-columns.js';
import { SupplySearch } from './supply-search.js';

/** Makes shortlists out of the supply in memory: the same as the domain's `rank` over everybody, in a fraction of the time. */
export class SupplyRanking {
  private readonly search: SupplySearch;

  constructor(
    supply: SupplyColumns,
    private readonly calendars: CalendarCache,
  ) {
    this.search = new SupplySearch(supply, calendars);
  }

  /** @throws DomainError `time.…` for a need that was never checked */
  rank(need: NeedToMatch, context: MatchingContext, limits: RankingLimits = defaultRankingLimits): Shortlist {
    const prepared = prepareNeed(need, context);
    const findings = this.search.find(prepared, context, limits);
    return composeShortlist(prepared, findings, context, this.calendars, limits);
  }
}
