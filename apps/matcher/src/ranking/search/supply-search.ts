import {
  type CalendarCache,
  dayMs,
  type ExclusionReason,
  type Findings,
  judge,
  type Match,
  type MatchingContext,
  type Miss,
  newcomerDays,
  type PreparedNeed,
  type RankingLimits,
  scoreOf,
} from '#domain';
import { hasBit } from '../../supply/columns/assistant-columns.js';
import type { SupplyColumns } from '../../supply/columns/supply-columns.js';
import { BestRows } from './best-rows.js';
import { BestTotals } from './best-totals.js';
import { BitRoom } from './bit-room.js';
import { askedDuties, DutyClasses, lastClass } from './duty-classes.js';
import { type Filtered, filterByBits } from './filter-bits.js';
import { FreeCapacity } from './free-capacity.js';
import { type Lowest, mostPoints, roundingPoints, ScoreBounds } from './score-bounds.js';
import { CalendarFindings, calendarIs, SharedTime } from './shared-time.js';

/** What every class of duties can have on top of its own points. */
const mostBesideDuties = 660_010;

/**
 * Finds in the columns what a shortlist is made of, without a look at everybody: those who can't pass the cheap filters
 * are left out in bulk, the others are taken by the weight of the duties that they lack, and only those are looked at
 * whose bound reaches what the best have. The shortlist is the same, to the byte, as `rank` over all candidates.
 */
export class SupplySearch {
  private readonly room = new BitRoom();
  private readonly found = new CalendarFindings();

  constructor(
    private readonly supply: SupplyColumns,
    private readonly calendars: CalendarCache,
  ) {}

  /** @param context with the exchange rates that the supply was built with */
  find(prepared: PreparedNeed, context: MatchingContext, limits: RankingLimits): Findings {
    const { supply, room } = this;
    if (context.rates !== supply.prices.rates) throw new Error('the supply was built with other exchange rates');
    supply.keepUp(context.marketplaceQuality, Date.parse(context.now));
    room.clear(supply.words);
    const duties = askedDuties(supply, prepared, room);
    const filtered = filterByBits(supply, prepared, duties.bits, room);
    const classes = new DutyClasses(duties, [filtered.passing, filtered.failingOne], supply.words, room);
    const bounds = new ScoreBounds(supply, prepared, context, duties, room);
    const time = new SharedTime(supply, prepared, this.found);
    const search = new OneSearch(supply, prepared, context, limits, classes, bounds, time);
    const rows = search.run(filtered);
    return this.judged(rows, prepared, context, { excluded: search.excluded, considered: supply.size });
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

/** One need's way through the supply. */
class OneSearch {
  readonly excluded: Map<ExclusionReason, number> = new Map();
  private readonly capacity: FreeCapacity;
  private readonly best: BestRows;
  private readonly nearest: BestTotals;
  private readonly near: { readonly row: number; readonly total: number }[] = [];
  /** Who passes but for the calendar, kept as long as few match. */
  private unfit: number[] = [];
  private readonly newSince: number;

  constructor(
    private readonly supply: SupplyColumns,
    prepared: PreparedNeed,
    context: MatchingContext,
    limits: RankingLimits,
    private readonly classes: DutyClasses,
    private readonly bounds: ScoreBounds,
    private readonly time: SharedTime,
  ) {
    this.capacity = new FreeCapacity(supply, prepared);
    this.best = new BestRows(limits);
    this.nearest = new BestTotals(limits.nearMisses);
    this.newSince = Date.parse(context.now) - newcomerDays * dayMs;
  }

  run({ passing, failingOne, excluded }: Filtered): number[] {
    for (const [reason, count] of excluded) this.excluded.set(reason, count);
    this.classByClass(passing, this.best, (row, bound) => this.lookAtPassing(row, bound));
    for (const row of this.unfit) this.lookAtUnfit(row);
    this.classByClass(failingOne, this.nearest, (row, bound) => this.lookAtFailingOne(row, bound));
    const near = this.near.filter(({ total }) => total >= this.nearest.lowest).map(({ row }) => row);
    return [...this.best.rows(), ...near];
  }

  /** From those who lack no duty downwards, until nobody of a class can reach what is asked. */
  private classByClass(set: Uint32Array, lowest: Lowest, look: (row: number, bound: number) => void): void {
    const { bounds, classes } = this;
    const { words } = this.supply;
    for (let inClass = 0; inClass <= lastClass; inClass += 1) {
      const duties = bounds.dutiesLacking(inClass * classes.unit);
      if (duties + mostBesideDuties < lowest.lowestOfNewcomers) return;
      const most = duties + mostPoints.overlap + mostPoints.response + roundingPoints;
      for (let word = 0; word < words; word += 1) {
        const rows = classes.rowsOfWord(set, inClass, word);
        if (rows !== 0) bounds.sift(word, rows, most, lowest, look);
      }
    }
  }

  private lookAtPassing(row: number, cheapBound: number): void {
    const { bounds, best } = this;
    const isNewcomer = this.isNewcomer(row);
    const lowest = isNewcomer ? best.lowestOfNewcomers : best.lowest;
    const skills = bounds.skillPoints(row);
    let bound = cheapBound + skills;
    if (bound < lowest) return;
    const calendar = this.supply.columns.calendar[row]!;
    bound += bounds.overlap(this.time.mostMinutes(calendar)) - mostPoints.overlap;
    if (bound < lowest) return;
    if (this.time.stateOf(calendar) !== calendarIs.tooLittle && this.takeIfFit(row, skills, isNewcomer)) return;
    if (!best.isFull) this.unfit.push(row);
  }

  /** False for somebody whose calendar doesn't let them. */
  private takeIfFit(row: number, skills: number, isNewcomer: boolean): boolean {
    const { best } = this;
    const agency = this.supply.columns.agency[row]!;
    const beside = this.bounds.allButSkillsAndOverlap(row) + skills;
    const calendar = this.supply.columns.calendar[row]!;
    if (!best.wants(agency, beside + this.bounds.overlap(this.time.mostMinutes(calendar)), isNewcomer)) return true;
    const { minutes, enough } = this.time.exactly(row);
    if (!enough || !this.capacity.isEnough(row)) return false;
    const total = beside + this.bounds.overlap(minutes);
    if (best.wants(agency, total, isNewcomer)) best.add(row, agency, total, isNewcomer);
    if (best.isFull) this.unfit = [];
    return true;
  }

  private lookAtUnfit(row: number): void {
    const { minutes, enough } = this.time.exactly(row);
    const hasCapacity = this.capacity.isEnough(row);
    const reason = hasCapacity ? 'overlap' : 'capacity';
    this.excluded.set(reason, (this.excluded.get(reason) ?? 0) + 1);
    if (hasCapacity || enough) this.keepNear(row, this.totalOf(row, minutes));
  }

  private lookAtFailingOne(row: number, cheapBound: number): void {
    const { bounds } = this;
    const { lowest } = this.nearest;
    let bound = cheapBound + bounds.skillPoints(row);
    if (bound < lowest) return;
    const calendar = this.supply.columns.calendar[row]!;
    bound += bounds.overlap(this.time.mostMinutes(calendar)) - mostPoints.overlap;
    if (bound < lowest || this.time.stateOf(calendar) === calendarIs.tooLittle) return;
    const { minutes, enough } = this.time.exactly(row);
    if (enough && this.capacity.isEnough(row)) this.keepNear(row, this.totalOf(row, minutes));
  }

  private totalOf(row: number, sharedMinutes: number): number {
    const { bounds } = this;
    return bounds.allButSkillsAndOverlap(row) + bounds.skillPoints(row) + bounds.overlap(sharedMinutes);
  }

  private keepNear(row: number, total: number): void {
    if (total < this.nearest.lowest) return;
    this.nearest.add(total);
    this.near.push({ row, total });
  }

  private isNewcomer(row: number): boolean {
    return hasBit(this.supply.bits.fewReviews, row) && this.supply.columns.listedAt[row]! >= this.newSince;
  }
}
