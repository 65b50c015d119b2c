import {
  dayMs,
  type ExclusionReason,
  type MatchingContext,
  newcomerDays,
  type PreparedNeed,
  type RankingLimits,
} from '#domain';
import { hasBit } from '../../supply/columns/assistant-columns.js';
import type { SupplyColumns } from '../../supply/columns/supply-columns.js';
import { BestFirst, type Goal } from './best-first.js';
import { BestRows } from './best-rows.js';
import { BestTotals } from './best-totals.js';
import { askedDuties, DutyClasses } from './duty-classes.js';
import { ExactPoints } from './exact-points.js';
import { FreeCapacity } from './free-capacity.js';
import { blockWords, HardFilters } from './hard-filters.js';
import { SharedTime } from './shared-time.js';
import { Sieve, type Tell } from './sieve.js';
import type { Workbench } from './supply-search.js';

/** So many words of 32 rows are gone through before anybody is looked at, and then twice as many each time. */
const firstWords = 64;
/** So many of the most promising are looked at to the end each time, for what is asked of the others to rise. */
const mostOnTheWay = 40;

export interface SearchFindings {
  /** Whoever can have a place on the shortlist, with their total in millionths. */
  readonly matches: readonly { readonly row: number; readonly total: number }[];
  /** Rows of whoever can be among the near misses. */
  readonly near: readonly number[];
  /** How many failed which filter first. */
  readonly excluded: ReadonlyMap<ExclusionReason, number>;
}

/** One need's way through the supply. */
export class NeedSearch {
  private readonly filters: HardFilters;
  private readonly points: ExactPoints;
  private readonly sieve: Sieve;
  private readonly time: SharedTime;
  private readonly capacity: FreeCapacity;
  private readonly bestFirst: BestFirst;
  private readonly best: BestRows;
  private readonly nearest: BestTotals;
  private readonly near: { readonly row: number; readonly total: number }[] = [];
  private readonly newSince: number;
  private readonly matching: Goal;
  private readonly nearlyMatching: Goal;

  constructor(
    private readonly supply: SupplyColumns,
    prepared: PreparedNeed,
    context: MatchingContext,
    private readonly limits: RankingLimits,
    private readonly bench: Workbench,
  ) {
    const duties = askedDuties(supply, prepared, bench.room);
    const classes = new DutyClasses(duties);
    this.filters = new HardFilters(supply, prepared, classes, bench.room);
    this.points = new ExactPoints(supply, prepared, context, duties);
    this.sieve = new Sieve(supply, prepared, this.points, classes, bench.room);
    this.time = new SharedTime(supply, prepared, bench.calendars);
    this.capacity = new FreeCapacity(supply, prepared);
    this.bestFirst = new BestFirst(supply, this.points, this.time, (row) => this.isNewcomer(row));
    this.best = new BestRows(limits);
    this.nearest = new BestTotals(limits.nearMisses);
    this.matching = { asked: this.best, waiting: bench.likely, take: this.take, leave: this.leave };
    this.nearlyMatching = { asked: this.nearest, waiting: bench.near, take: this.takeNear, leave: () => undefined };
    this.newSince = Date.parse(context.now) - newcomerDays * dayMs;
  }

  run(): SearchFindings {
    const { words } = this.supply;
    for (let first = 0, end = 0; first < words; first = end) {
      end = Math.min(Math.max(firstWords, 2 * first), words);
      this.through(first, end);
      this.settle(mostOnTheWay, this.limits.nearMisses);
    }
    this.settle();
    const { excluded } = this.filters;
    if (!this.best.isFull) this.lookAtUnfit(excluded);
    const near = this.near.filter(({ total }) => total >= this.nearest.lowest).map(({ row }) => row);
    return { matches: this.best.rows(), near, excluded };
  }

  private through(first: number, end: number): void {
    const { filters, sieve, bestFirst, matching, nearlyMatching } = this;
    const [asked, askedOfNear] = [sieve.asking(this.best), sieve.asking(this.nearest)];
    const tell: Tell = (row, bound, skills, lowest) => bestFirst.meet(row, bound, skills, lowest, matching);
    const tellOfNear: Tell = (row, bound, skills, lowest) => bestFirst.meet(row, bound, skills, lowest, nearlyMatching);
    for (let block = first; block < end; block += blockWords) {
      const blockEnd = Math.min(block + blockWords, end);
      filters.look(block, blockEnd);
      sieve.through(filters.passing, block, blockEnd, asked, tell);
      sieve.through(filters.failingOne, block, blockEnd, askedOfNear, tellOfNear);
    }
  }

  private settle(most?: number, mostNear?: number): void {
    this.bestFirst.settle(this.matching, most);
    this.bestFirst.settle(this.nearlyMatching, mostNear);
  }

  private readonly take = (row: number, bound: number, skills: number): void => {
    const { best, points, supply, capacity } = this;
    const agency = supply.columns.agency[row]!;
    const isNewcomer = this.isNewcomer(row);
    if (!best.wants(agency, bound, isNewcomer)) return;
    // Capacity is the quicker look.
    const { minutes, enough } = capacity.isEnough(row) ? this.time.exactly(row) : { minutes: 0, enough: false };
    if (enough) {
      const total = points.allButSkillsAndOverlap(row) + skills + points.overlap(minutes);
      if (best.wants(agency, total, isNewcomer)) best.add(row, agency, total, isNewcomer);
    } else {
      this.leave(row, bound, skills);
    }
  };

  /** Who passes but for the calendar is of interest as long as few match. */
  private readonly leave = (row: number, bound: number, skills: number): void => {
    if (!this.best.isFull) this.bench.unfit.push(row, bound, skills, 0);
  };

  private readonly takeNear = (row: number, _bound: number, skills: number): void => {
    if (!this.capacity.isEnough(row)) return;
    const { minutes, enough } = this.time.exactly(row);
    if (enough) this.keepNear(row, skills, minutes);
  };

  /** Counts those who pass but for the calendar; the best of them are near misses. */
  private lookAtUnfit(excluded: Map<ExclusionReason, number>): void {
    const { capacity, points, nearest, time } = this;
    const { unfit, likely } = this.bench;
    while (unfit.pop(0)) {
      const { row, bound, skills } = unfit;
      const hasCapacity = capacity.isEnough(row);
      const reason = hasCapacity ? 'overlap' : 'capacity';
      excluded.set(reason, (excluded.get(reason) ?? 0) + 1);
      if (bound < nearest.lowest) continue;
      const exact = points.skills(row);
      likely.push(row, bound - skills + exact, exact, 0);
    }
    while (likely.pop(nearest.lowest)) {
      const { row, skills } = likely;
      const { minutes, enough } = time.exactly(row);
      // Whoever lacks both is no near miss.
      if (enough || capacity.isEnough(row)) this.keepNear(row, skills, minutes);
    }
  }

  private keepNear(row: number, skills: number, minutes: number): void {
    const { nearest, points } = this;
    const total = points.allButSkillsAndOverlap(row) + skills + points.overlap(minutes);
    if (total < nearest.lowest) return;
    nearest.add(total);
    this.near.push({ row, total });
  }

  private isNewcomer(row: number): boolean {
    return hasBit(this.supply.bits.newcomers, row) && this.supply.columns.listedAt[row]! >= this.newSince;
  }
}
