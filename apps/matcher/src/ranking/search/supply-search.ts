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
import { askedDuties, DutyClasses } from './duty-classes.js';
import { type Filtered, filterByBits } from './filter-bits.js';
import { FreeCapacity } from './free-capacity.js';
import { ExactPoints, mostPoints } from './exact-points.js';
import { type Lowest, Sieve } from './sieve.js';
import { CalendarFindings, calendarIs, SharedTime } from './shared-time.js';

/** Those who wait for a closer look are looked at when there are so many of them, the most promising first. */
const mostWaiting = 512;

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
    const points = new ExactPoints(supply, prepared, context, duties);
    const sieve = new Sieve(supply, prepared, points, classes, room);
    const time = new SharedTime(supply, prepared, this.found);
    const search = new OneSearch(supply, prepared, context, limits, sieve, points, time);
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

interface Waiting {
  readonly row: number;
  /** No less than the total, and what skills give of it. */
  readonly bound: number;
  readonly skills: number;
}

/** One need's way through the supply. */
class OneSearch {
  readonly excluded: Map<ExclusionReason, number> = new Map();
  private readonly capacity: FreeCapacity;
  private readonly best: BestRows;
  private readonly nearest: BestTotals;
  private readonly near: { readonly row: number; readonly total: number }[] = [];
  private waiting: Waiting[] = [];
  /** Who passes but for the calendar, kept as long as few match. */
  private unfit: number[] = [];
  private readonly newSince: number;

  constructor(
    private readonly supply: SupplyColumns,
    prepared: PreparedNeed,
    context: MatchingContext,
    limits: RankingLimits,
    private readonly sieve: Sieve,
    private readonly points: ExactPoints,
    private readonly time: SharedTime,
  ) {
    this.capacity = new FreeCapacity(supply, prepared);
    this.best = new BestRows(limits);
    this.nearest = new BestTotals(limits.nearMisses);
    this.newSince = Date.parse(context.now) - newcomerDays * dayMs;
  }

  run({ passing, failingOne, excluded }: Filtered): number[] {
    for (const [reason, count] of excluded) this.excluded.set(reason, count);
    const [takeAll, takeNear] = [() => this.settle(this.take), () => this.settle(this.takeNear)];
    this.sieve.through(passing, this.best, (row, bound) => this.look(row, bound, this.best, this.take), takeAll);
    for (const row of this.unfit) this.lookAtUnfit(row);
    this.sieve.through(
      failingOne,
      this.nearest,
      (row, bound) => this.look(row, bound, this.nearest, this.takeNear),
      takeNear,
    );
    const near = this.near.filter(({ total }) => total >= this.nearest.lowest).map(({ row }) => row);
    return [...this.best.rows(), ...near];
  }

  /** Takes those at once whose time is their calendar's; the others cost more, and wait until more is asked of them. */
  private look(row: number, bound: number, lowest: Lowest, take: (one: Waiting) => void): void {
    const asked = this.isNewcomer(row) ? lowest.lowestOfNewcomers : lowest.lowest;
    const skills = this.points.skills(row);
    if (bound + skills < asked) return;
    const { calendar, busyLength, daysOffLength } = this.supply.columns;
    const overlap = this.points.overlap(this.time.mostMinutes(calendar[row]!));
    const one = { row, bound: bound + skills - mostPoints.overlap + overlap, skills };
    if (one.bound < asked) return;
    const isPlain = busyLength[row] === 0 && daysOffLength[row] === 0;
    if (isPlain || this.time.stateOf(calendar[row]!) === calendarIs.tooLittle) take(one);
    else if (this.waiting.push(one) === mostWaiting) this.settle(take);
  }

  private settle(take: (one: Waiting) => void): void {
    const { waiting } = this;
    this.waiting = [];
    for (const one of waiting.sort((a, b) => b.bound - a.bound)) take(one);
  }

  private readonly take = ({ row, bound, skills }: Waiting): void => {
    const { best, points, supply } = this;
    const agency = supply.columns.agency[row]!;
    const isNewcomer = this.isNewcomer(row);
    if (!best.wants(agency, bound, isNewcomer)) return;
    const { minutes, enough } = this.fitting(row);
    if (enough && this.capacity.isEnough(row)) {
      const total = points.allButSkillsAndOverlap(row) + skills + points.overlap(minutes);
      if (best.wants(agency, total, isNewcomer)) best.add(row, agency, total, isNewcomer);
      if (best.isFull) this.unfit = [];
    } else if (!best.isFull) {
      this.unfit.push(row);
    }
  };

  private readonly takeNear = ({ row, bound, skills }: Waiting): void => {
    if (bound < this.nearest.lowest) return;
    const { minutes, enough } = this.fitting(row);
    if (!enough || !this.capacity.isEnough(row)) return;
    this.keepNear(row, this.points.allButSkillsAndOverlap(row) + skills + this.points.overlap(minutes));
  };

  /** The exact time only where the calendar has enough of it. */
  private fitting(row: number): { readonly minutes: number; readonly enough: boolean } {
    const state = this.time.stateOf(this.supply.columns.calendar[row]!);
    return state === calendarIs.tooLittle ? { minutes: 0, enough: false } : this.time.exactly(row);
  }

  private lookAtUnfit(row: number): void {
    const { points } = this;
    const { minutes, enough } = this.time.exactly(row);
    const hasCapacity = this.capacity.isEnough(row);
    const reason = hasCapacity ? 'overlap' : 'capacity';
    this.excluded.set(reason, (this.excluded.get(reason) ?? 0) + 1);
    if (!hasCapacity && !enough) return;
    this.keepNear(row, points.allButSkillsAndOverlap(row) + points.skills(row) + points.overlap(minutes));
  }

  private keepNear(row: number, total: number): void {
    if (total < this.nearest.lowest) return;
    this.nearest.add(total);
    this.near.push({ row, total });
  }

  private isNewcomer(row: number): boolean {
    return hasBit(this.supply.bits.newcomers, row) && this.supply.columns.listedAt[row]! >= this.newSince;
  }
}
