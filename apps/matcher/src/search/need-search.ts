import {
  dayMs,
  type ExclusionReason,
  type MatchingContext,
  newcomerDays,
  type PreparedNeed,
  type RankingLimits,
} from '#domain';
import { hasBit } from './columns/assistant-columns.js';
import type { SupplyColumns } from './columns/supply-columns.js';
import { BestFirst, type Goal } from './best-first.js';
import { BestRows } from './best-rows.js';
import { BestTotals } from './best-totals.js';
import { askedDuties } from './asked-duties.js';
import { ExactPoints } from './exact-points.js';
import { FreeCapacity } from './free-capacity.js';
import { SharedTime } from './shared-time.js';
import { Sift } from './sift.js';
import type { Workbench } from './supply-search.js';
import type { Waiting } from './waiting.js';

/** Millionths less than the most that are asked of the first block, and by which it falls until enough were found. */
const firstFallPoints = 250_000;
const fallPoints = 100_000;

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
  private readonly points: ExactPoints;
  private readonly sift: Sift;
  private readonly time: SharedTime;
  private readonly capacity: FreeCapacity;
  private readonly bestFirst: BestFirst;
  private readonly best: BestRows;
  private readonly nearest: BestTotals;
  /** Null where nobody asks who passes but for the calendar. */
  private unfit: Waiting | null = null;
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
    this.points = new ExactPoints(supply, prepared, context, duties);
    this.time = new SharedTime(supply, prepared, bench.calendars);
    this.capacity = new FreeCapacity(supply, prepared, this.time);
    this.sift = new Sift(supply, prepared, this.points, duties, this.capacity.least, bench.sift, bench.room);
    this.bestFirst = new BestFirst(supply, this.points, this.time, (row) => this.isNewcomer(row));
    this.best = new BestRows(limits);
    this.nearest = new BestTotals(limits.nearMisses);
    this.matching = {
      among: 'passing',
      asked: this.best,
      waiting: bench.likely,
      take: this.take,
      leave: this.leave,
    };
    this.nearlyMatching = {
      among: 'failingOne',
      asked: this.nearest,
      waiting: bench.near,
      take: this.takeNear,
      leave: () => undefined,
    };
    this.newSince = Date.parse(context.now) - newcomerDays * dayMs;
  }

  /** The matches alone. */
  matches(): SearchFindings['matches'] {
    this.goThrough([this.matching]);
    return this.best.rows();
  }

  findings(): SearchFindings {
    const { nearest } = this;
    this.unfit = this.bench.unfit;
    this.goThrough([this.matching, this.nearlyMatching]);
    const excluded = this.sift.excluded();
    const starving = excluded.has('capacity');
    if (this.best.isFull) {
      excluded.delete('capacity');
    } else {
      this.lookAtUnfit(excluded);
      // Near misses among those whose capacity is too little in any case.
      if (starving) this.goThrough([{ ...this.nearlyMatching, among: 'starved', take: this.takeByTime }]);
    }
    const near = this.near.filter(({ total }) => total >= nearest.lowest).map(({ row }) => row);
    return { matches: this.best.rows(), near, excluded };
  }

  /** Goes through everybody, block by block; what is asked rises all the while. */
  private goThrough(goals: readonly Goal[]): void {
    const { sift, bestFirst } = this;
    if (sift.blocks > 0) this.goThroughFirst(goals);
    for (let block = 1; block < sift.blocks; block += 1) {
      sift.winnow(block);
      for (const goal of goals) {
        this.tell(goal, -Infinity);
        bestFirst.settle(goal);
      }
    }
  }

  /** Of the first block only the most promising are looked at, and others as long as there is room for them. */
  private goThroughFirst(goals: readonly Goal[]): void {
    const { sift, bestFirst } = this;
    sift.winnow(0);
    let open = goals;
    for (let atLeast = sift.mostOfAll - firstFallPoints; open.length > 0; atLeast -= fallPoints) {
      for (const goal of open) {
        this.tell(goal, atLeast);
        bestFirst.settle(goal);
      }
      open = open.filter(({ asked }) => asked.lowestOfNewcomers < atLeast && atLeast > 0);
    }
  }

  private tell(goal: Goal, atLeast: number): void {
    const { bestFirst, sift } = this;
    const { lowest, lowestOfNewcomers } = goal.asked;
    const asked = { lowest: Math.max(lowest, atLeast), lowestOfNewcomers: Math.max(lowestOfNewcomers, atLeast) };
    sift.tell(goal.among, asked, (row, bound, skills, mayBeNew) => bestFirst.meet(row, bound, skills, mayBeNew, goal));
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
    if (!this.best.isFull) this.unfit?.push(row, bound, skills, 0);
  };

  private readonly takeNear = (row: number, bound: number, skills: number): void => {
    if (this.capacity.isEnough(row)) this.takeByTime(row, bound, skills);
  };

  private readonly takeByTime = (row: number, _bound: number, skills: number): void => {
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
