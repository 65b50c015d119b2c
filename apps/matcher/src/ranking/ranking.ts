import type { NeedToMatchV1 } from '#contracts';
import {
  type AgencyId,
  type Candidate,
  type MatchingContext,
  type Money,
  type NeedHours,
  type NeedId,
  type NeedToMatch,
  type PreparedNeed,
  type Shortlist,
} from '#domain';
import type { Transaction } from '#platform/database';
import { Injectable } from '@nestjs/common';
import { DutyMinutes } from '../catalogue/duty-minutes.js';
import { Supply } from '../supply/supply.js';
import { SupplyRanking } from '../search/supply-ranking.js';
import { SharedCalendars } from '../search/shared-calendars.js';

/** Who is best for a need, of everybody who is listed; the one way to it, for whoever needs it. */
@Injectable()
export class Ranking {
  private readonly ranking: SupplyRanking;
  private indicativeMinutes: ReadonlyMap<string, number> = new Map();

  constructor(
    private readonly supply: Supply,
    private readonly minutes: DutyMinutes,
  ) {
    this.ranking = new SupplyRanking(supply.columns, new SharedCalendars());
  }

  /** Reads what happened to supply and catalogue since the last time. */
  async readOn(tx: Transaction): Promise<void> {
    [this.indicativeMinutes] = await Promise.all([this.minutes.current(tx), this.supply.refresh(tx)]);
  }

  /**
   * What a ranking goes by that begins now. To be taken when nothing is waited for any more: another look at the tables
   * moves the assistants and the mean of their reviews together.
   */
  context(now: string): MatchingContext {
    const { indicativeMinutes } = this;
    const { marketplaceQuality } = this.supply;
    return { rates: this.supply.columns.prices.rates, marketplaceQuality, now, indicativeMinutes };
  }

  shortlist(need: NeedToMatch, context: MatchingContext): Shortlist {
    return this.ranking.rank(need, context);
  }

  /** The best without explanations and without what a shortlist does for variety, the better first. */
  best(prepared: PreparedNeed, context: MatchingContext, most: number): Candidate[] {
    return this.ranking.best(prepared, context, most);
  }
}

/** What was posted went through the same domain, so its values are the domain's. */
export function needToMatch(needId: string, matching: NeedToMatchV1): NeedToMatch {
  return {
    ...matching,
    needId: needId as NeedId,
    preferredSkills: matching.preferredSkills ?? [],
    hours: matching.hours as NeedHours,
    hourlyRateCap: matching.hourlyRateCap as Money,
    excludedAgencyIds: matching.excludedAgencyIds as AgencyId[],
  };
}
