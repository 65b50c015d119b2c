import type { CandidateQueue } from './candidate-queue.js';
import { calendarOf } from './columns/assistant-columns.js';
import type { SupplyColumns } from './columns/supply-columns.js';
import { type ExactPoints, maxPoints } from './exact-points.js';
import type { FilterOutcome } from './filter-buffers.js';
import type { TotalThresholds } from './hard-filter-pass.js';
import { calendarIs, type SharedTime } from './shared-time.js';

/** What candidates are evaluated for. */
export interface EvaluationGoal {
  readonly outcome: FilterOutcome;
  readonly thresholds: TotalThresholds;
  readonly queue: CandidateQueue;
  /** Takes a row that can still be of use by all that is known without its own bookings and days off. */
  readonly accept: (row: number, bound: number, skills: number) => void;
  /** Takes a row whose calendar shares too little time even while nothing is booked. */
  readonly reject: (row: number, bound: number, skills: number) => void;
}

/** How far a candidate was evaluated: each stage costs more than the one before, and tightens the bound. */
const stages = { filtered: 0, calendarKnown: 1, skillsKnown: 2 } as const;

/**
 * Evaluates candidates in order of their upper bounds, and none further than it takes to rule it out: first the calendar that
 * it shares with others, then the levels of its skills, and only then its own bookings and days off.
 */
export class BestFirstEvaluation {
  constructor(
    private readonly supply: SupplyColumns,
    private readonly points: ExactPoints,
    private readonly time: SharedTime,
    private readonly isNewcomer: (row: number) => boolean,
  ) {}

  /** Enqueues a candidate, or evaluates its calendar at once where that was worked out already. */
  add(row: number, bound: number, skills: number, mayBeNew: boolean, goal: EvaluationGoal): void {
    const { thresholds, queue } = goal;
    if (this.time.isKnown(calendarOf(this.supply.columns, row))) {
      const lowest = mayBeNew ? thresholds.lowestOfNewcomers : thresholds.lowest;
      this.evaluateCalendar(row, bound, skills, lowest, goal);
    } else {
      queue.push(row, bound, skills, stages.filtered);
    }
  }

  /** Evaluates all in the queue that can still be of use. */
  drain(goal: EvaluationGoal): void {
    const { thresholds, queue } = goal;
    while (queue.pop(thresholds.lowestOfNewcomers)) {
      const { row, bound, skills, stage } = queue;
      const lowest = this.isNewcomer(row) ? thresholds.lowestOfNewcomers : thresholds.lowest;
      if (bound < lowest) continue;
      if (stage === stages.filtered) {
        this.evaluateCalendar(row, bound, skills, lowest, goal);
      } else if (stage === stages.calendarKnown) {
        const exact = this.points.skills(row);
        const tightened = bound - skills + exact;
        if (tightened >= lowest) queue.push(row, tightened, exact, stages.skillsKnown);
      } else {
        goal.accept(row, bound, skills);
      }
    }
  }

  private evaluateCalendar(row: number, bound: number, skills: number, lowest: number, goal: EvaluationGoal): void {
    const { points, time } = this;
    const calendar = calendarOf(this.supply.columns, row);
    const tightened = bound - maxPoints.overlap + points.overlap(time.maxMinutes(calendar));
    if (tightened < lowest) return;
    if (time.stateOf(calendar) === calendarIs.tooLittle) goal.reject(row, tightened, skills);
    else goal.queue.push(row, tightened, skills, stages.calendarKnown);
  }
}
