import {
  dayMs,
  type ExclusionReason,
  type MatchingContext,
  newcomerDays,
  type PreparedNeed,
  type RankingLimits,
} from '#domain';
import { askedDuties } from './asked-duties.js';
import { BestFirstEvaluation, type EvaluationGoal } from './best-first-evaluation.js';
import type { CandidateQueue } from './candidate-queue.js';
import { hasBit } from './columns/assistant-columns.js';
import type { SupplyColumns } from './columns/supply-columns.js';
import { ExactPoints } from './exact-points.js';
import { FreeCapacity } from './free-capacity.js';
import { HardFilterPass } from './hard-filter-pass.js';
import type { SearchBuffers } from './search-buffers.js';
import { SharedTime } from './shared-time.js';
import { TopMatches } from './top-matches.js';
import { TopTotals } from './top-totals.js';

/** In the first block the threshold begins so many points below the highest total, and falls by so many until enough were found. */
const firstMarginPoints = 250_000;
const fallPoints = 100_000;

export interface SearchFindings {
  /** Whoever can have a place on the shortlist, with their total in millionths. */
  readonly matches: readonly { readonly row: number; readonly total: number }[];
  /** Rows of whoever can be among the near misses. */
  readonly near: readonly number[];
  /** How many failed which filter first. */
  readonly excluded: ReadonlyMap<ExclusionReason, number>;
}

/** One search: filters and candidate generation block by block, best-first evaluation, and the top matches so far. */
export class NeedSearch {
  private readonly points: ExactPoints;
  private readonly filters: HardFilterPass;
  private readonly time: SharedTime;
  private readonly capacity: FreeCapacity;
  private readonly evaluation: BestFirstEvaluation;
  private readonly best: TopMatches;
  private readonly nearest: TopTotals;
  /** Who passes but for the calendar; null where nobody asks. */
  private rejected: CandidateQueue | null = null;
  private readonly near: { readonly row: number; readonly total: number }[] = [];
  private readonly newSince: number;
  private readonly matching: EvaluationGoal;
  private readonly nearlyMatching: EvaluationGoal;

  constructor(
    private readonly supply: SupplyColumns,
    prepared: PreparedNeed,
    context: MatchingContext,
    private readonly limits: RankingLimits,
    private readonly buffers: SearchBuffers,
  ) {
    const duties = askedDuties(supply, prepared, buffers.bitmaps);
    this.points = new ExactPoints(supply, prepared, context, duties);
    this.time = new SharedTime(supply, prepared, buffers.calendars);
    this.capacity = new FreeCapacity(supply, prepared, this.time);
    this.filters = new HardFilterPass(
      supply,
      prepared,
      this.points,
      duties,
      this.capacity.least,
      buffers.filters,
      buffers.bitmaps,
    );
    this.evaluation = new BestFirstEvaluation(supply, this.points, this.time, (row) => this.isNewcomer(row));
    this.best = new TopMatches(limits);
    this.nearest = new TopTotals(limits.nearMisses);
    this.matching = {
      outcome: 'passing',
      thresholds: this.best,
      queue: buffers.matching,
      accept: this.accept,
      reject: this.reject,
    };
    this.nearlyMatching = {
      outcome: 'failingOne',
      thresholds: this.nearest,
      queue: buffers.near,
      accept: this.acceptNearMiss,
      reject: () => undefined,
    };
    this.newSince = Date.parse(context.now) - newcomerDays * dayMs;
  }

  /** The matches alone. */
  matches(): SearchFindings['matches'] {
    this.searchAll([this.matching]);
    return this.best.rows();
  }

  findings(): SearchFindings {
    const { nearest } = this;
    this.rejected = this.buffers.rejected;
    this.searchAll([this.matching, this.nearlyMatching]);
    const excluded = this.filters.excluded();
    const someShortOfCapacity = excluded.has('capacity');
    if (this.best.isFull) {
      excluded.delete('capacity');
    } else {
      this.evaluateRejected(excluded);
      // Near misses among those whose capacity is too little in any case.
      if (someShortOfCapacity)
        this.searchAll([{ ...this.nearlyMatching, outcome: 'shortOfCapacity', accept: this.acceptByTime }]);
    }
    const near = this.near.filter(({ total }) => total >= nearest.lowest).map(({ row }) => row);
    return { matches: this.best.rows(), near, excluded };
  }

  /** Goes through everybody, block by block; the thresholds rise all the while. */
  private searchAll(goals: readonly EvaluationGoal[]): void {
    const { filters, evaluation } = this;
    if (filters.blocks > 0) this.searchFirstBlock(goals);
    for (let block = 1; block < filters.blocks; block += 1) {
      filters.applyTo(block);
      for (const goal of goals) {
        this.generateCandidates(goal, -Infinity);
        evaluation.drain(goal);
      }
    }
  }

  /** In the first block by falling thresholds: those with the highest bounds first, others only as long as there is room. */
  private searchFirstBlock(goals: readonly EvaluationGoal[]): void {
    const { filters, evaluation } = this;
    filters.applyTo(0);
    let open = goals;
    for (let atLeast = filters.bounds.maxTotal - firstMarginPoints; open.length > 0; atLeast -= fallPoints) {
      for (const goal of open) {
        this.generateCandidates(goal, atLeast);
        evaluation.drain(goal);
      }
      open = open.filter(({ thresholds }) => thresholds.lowestOfNewcomers < atLeast && atLeast > 0);
    }
  }

  private generateCandidates(goal: EvaluationGoal, atLeast: number): void {
    const { evaluation, filters } = this;
    const { lowest, lowestOfNewcomers } = goal.thresholds;
    const thresholds = { lowest: Math.max(lowest, atLeast), lowestOfNewcomers: Math.max(lowestOfNewcomers, atLeast) };
    filters.emitCandidates(goal.outcome, thresholds, (row, bound, skills, mayBeNew) =>
      evaluation.add(row, bound, skills, mayBeNew, goal),
    );
  }

  private readonly accept = (row: number, bound: number, skills: number): void => {
    const { best, points, supply, capacity } = this;
    const agency = supply.columns.agency[row]!;
    const isNewcomer = this.isNewcomer(row);
    if (!best.isWanted(agency, bound, isNewcomer)) return;
    // Capacity is the quicker look.
    const { minutes, enough } = capacity.isEnough(row) ? this.time.exactly(row) : { minutes: 0, enough: false };
    if (enough) {
      const total = points.allButSkillsAndOverlap(row) + skills + points.overlap(minutes);
      if (best.isWanted(agency, total, isNewcomer)) best.add(row, agency, total, isNewcomer);
    } else {
      this.reject(row, bound, skills);
    }
  };

  /** Who passes but for the calendar is of interest as long as few match. */
  private readonly reject = (row: number, bound: number, skills: number): void => {
    if (!this.best.isFull) this.rejected?.push(row, bound, skills, 0);
  };

  private readonly acceptNearMiss = (row: number, bound: number, skills: number): void => {
    if (this.capacity.isEnough(row)) this.acceptByTime(row, bound, skills);
  };

  private readonly acceptByTime = (row: number, _bound: number, skills: number): void => {
    const { minutes, enough } = this.time.exactly(row);
    if (enough) this.addNearMiss(row, skills, minutes);
  };

  /** Counts those who pass but for the calendar; the best of them are near misses. */
  private evaluateRejected(excluded: Map<ExclusionReason, number>): void {
    const { capacity, points, nearest, time } = this;
    const { rejected, matching } = this.buffers;
    while (rejected.pop(0)) {
      const { row, bound, skills } = rejected;
      const hasCapacity = capacity.isEnough(row);
      const reason = hasCapacity ? 'overlap' : 'capacity';
      excluded.set(reason, (excluded.get(reason) ?? 0) + 1);
      if (bound < nearest.lowest) continue;
      const exact = points.skills(row);
      matching.push(row, bound - skills + exact, exact, 0);
    }
    while (matching.pop(nearest.lowest)) {
      const { row, skills } = matching;
      const { minutes, enough } = time.exactly(row);
      // Whoever lacks both is no near miss.
      if (enough || capacity.isEnough(row)) this.addNearMiss(row, skills, minutes);
    }
  }

  private addNearMiss(row: number, skills: number, minutes: number): void {
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
