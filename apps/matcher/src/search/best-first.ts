import { calendarOf } from './columns/assistant-columns.js';
import type { SupplyColumns } from './columns/supply-columns.js';
import { type ExactPoints, mostPoints } from './exact-points.js';
import { calendarIs, type SharedTime } from './shared-time.js';
import type { Lowest } from './sift.js';
import type { Whom } from './sift-bench.js';
import type { Waiting } from './waiting.js';

/** What rows are looked at for. */
export interface Goal {
  readonly among: Whom;
  readonly asked: Lowest;
  readonly waiting: Waiting;
  /** Hears of a row that can still be of use by all that is known without its own time. */
  readonly take: (row: number, bound: number, skills: number) => void;
  /** Hears of a row whose calendar shares too little time, whatever its own is. */
  readonly leave: (row: number, bound: number, skills: number) => void;
}

/**
 * Looks at rows, the most promising first and none closer than it takes to rule it out: at the calendar that it shares with
 * others, at the levels of skills, and only then at its own time.
 */
export class BestFirst {
  constructor(
    private readonly supply: SupplyColumns,
    private readonly points: ExactPoints,
    private readonly time: SharedTime,
    private readonly isNewcomer: (row: number) => boolean,
  ) {}

  /** Lets a row wait, with all that is known of its calendar already. */
  meet(row: number, bound: number, skills: number, mayBeNew: boolean, goal: Goal): void {
    const { asked, waiting } = goal;
    if (this.time.isKnown(calendarOf(this.supply.columns, row))) {
      this.lookAtCalendar(row, bound, skills, mayBeNew ? asked.lowestOfNewcomers : asked.lowest, goal);
    } else {
      waiting.push(row, bound, skills, 0);
    }
  }

  /** Looks at all who wait and can still be of use. */
  settle(goal: Goal): void {
    const { asked, waiting } = goal;
    while (waiting.pop(asked.lowestOfNewcomers)) {
      const { row, bound, skills, looks } = waiting;
      const lowest = this.isNewcomer(row) ? asked.lowestOfNewcomers : asked.lowest;
      if (bound < lowest) continue;
      if (looks === 0) {
        this.lookAtCalendar(row, bound, skills, lowest, goal);
      } else if (looks === 1) {
        const exact = this.points.skills(row);
        const left = bound - skills + exact;
        if (left >= lowest) waiting.push(row, left, exact, 2);
      } else {
        goal.take(row, bound, skills);
      }
    }
  }

  private lookAtCalendar(row: number, bound: number, skills: number, lowest: number, goal: Goal): void {
    const { points, time } = this;
    const calendar = calendarOf(this.supply.columns, row);
    const left = bound - mostPoints.overlap + points.overlap(time.mostMinutes(calendar));
    if (left < lowest) return;
    if (time.stateOf(calendar) === calendarIs.tooLittle) goal.leave(row, left, skills);
    else goal.waiting.push(row, left, skills, 1);
  }
}
