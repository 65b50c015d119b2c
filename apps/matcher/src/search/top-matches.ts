import { newcomerDistance, newcomersInTheDraw, type RankingLimits, topPlaces, wholeScore } from '#domain';
import { AgencyCappedTotals } from './agency-capped-totals.js';
import { TopTotals } from './top-totals.js';

export interface Found {
  readonly row: number;
  readonly agency: number;
  readonly total: number;
  readonly isNewcomer: boolean;
}

/**
 * The matches that a shortlist can have use for (see composeShortlist): the best of all, the best with few of one agency,
 * and newcomers close to the tenth place. What a total has to reach rises while the search goes on.
 */
export class TopMatches {
  private readonly found: Found[] = [];
  private readonly best: TopTotals;
  private readonly capped = new AgencyCappedTotals();
  private readonly newcomers: TopTotals;

  constructor(private readonly limits: RankingLimits) {
    this.best = new TopTotals(Math.max(limits.entries, topPlaces));
    this.newcomers = new TopTotals(limits.newcomerSlot ? topPlaces + newcomersInTheDraw : 0);
  }

  /** Whether enough were found for every place, so that nobody asks any more who else there would be. */
  get isFull(): boolean {
    return !this.limits.everyCalendar && this.found.length >= this.limits.entries;
  }

  /** Below this no match is of use unless it is a newcomer. */
  lowest = -Infinity;
  /** Below this a newcomer isn't either. */
  lowestOfNewcomers = -Infinity;

  isWanted(agency: number, total: number, isNewcomer: boolean): boolean {
    if (total >= this.best.lowest || this.limits.everyCalendar) return true;
    if (isNewcomer && total >= this.closeToTenth) return true;
    return total >= this.capped.lowest && total >= this.capped.lowestOf(agency);
  }

  add(row: number, agency: number, total: number, isNewcomer: boolean): void {
    this.found.push({ row, agency, total, isNewcomer });
    this.best.add(total);
    this.capped.add(agency, total);
    if (isNewcomer) this.newcomers.add(total);
    if (this.limits.everyCalendar) return;
    this.lowest = Math.min(this.best.lowest, this.capped.lowest);
    this.lowestOfNewcomers = Math.min(this.lowest, this.closeToTenth);
  }

  /** Those who are still wanted at the end, in any order. */
  rows(): Found[] {
    return this.found.filter(({ agency, total, isNewcomer }) => this.isWanted(agency, total, isNewcomer));
  }

  private get closeToTenth(): number {
    return Math.max(this.newcomers.lowest, this.capped.lowest - newcomerDistance * wholeScore);
  }
}
