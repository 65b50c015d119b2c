import { expandSpans, localDayOf } from '../time/expand-weekly.js';
import { minuteMs } from '../time/instant.js';
import { epochDay } from '../time/local-date.js';
import type { ResponseHours } from './response-hours.js';

/** Days on either side of what is asked for: those who ask for one day ask for its neighbours. */
const marginDays = 200;

/**
 * How much of the time between two instants falls into a business's hours, on its own clock: what a change of the clocks skips is
 * no time, and what happens twice is twice as much. The opening hours of the years asked for are laid out once; then each answer
 * is two searches.
 */
export class WorkingTime {
  /** Pairs [start, end) of UTC minutes, in order. */
  private spans: readonly number[] = [];
  /** Minutes of all spans before the one of the same place. */
  private minutesBefore: readonly number[] = [];
  private firstDay = 0;
  private lastDay = -1;
  private readonly closed: ReadonlySet<number>;

  constructor(private readonly hours: ResponseHours) {
    this.closed = new Set(hours.closedOn.map(epochDay));
  }

  /** Whole minutes within the hours; 0 where the second instant isn't later. Both in milliseconds since 1970. */
  minutesBetween(fromMs: number, toMs: number): number {
    return Math.floor(this.msBetween(fromMs, toMs) / minuteMs);
  }

  msBetween(fromMs: number, toMs: number): number {
    if (toMs <= fromMs) return 0;
    this.cover(fromMs, toMs);
    return this.msUpTo(toMs) - this.msUpTo(fromMs);
  }

  /** Of the time that is laid out, what is before an instant. */
  private msUpTo(ms: number): number {
    let [low, high] = [0, this.spans.length / 2];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.spans[middle * 2]! * minuteMs < ms) low = middle + 1;
      else high = middle;
    }
    if (low === 0) return 0;
    const last = low - 1;
    const [start, end] = [this.spans[last * 2]! * minuteMs, this.spans[last * 2 + 1]! * minuteMs];
    return this.minutesBefore[last]! * minuteMs + Math.min(ms, end) - start;
  }

  private cover(fromMs: number, toMs: number): void {
    const { timeZone, weeklyHours } = this.hours;
    const isEmpty = this.lastDay < this.firstDay;
    // A day's hours may be pushed into the next day by a change of the clocks, hence one day more at the beginning.
    const first = localDayOf(timeZone, Math.floor(fromMs / minuteMs)) - 1;
    const last = localDayOf(timeZone, Math.floor(toMs / minuteMs));
    if (!isEmpty && first >= this.firstDay && last <= this.lastDay) return;
    this.firstDay = isEmpty ? first - marginDays : Math.min(this.firstDay, first - marginDays);
    this.lastDay = isEmpty ? last + marginDays : Math.max(this.lastDay, last + marginDays);
    this.spans = expandSpans(weeklyHours, timeZone, this.firstDay, this.lastDay, (day) => !this.closed.has(day));
    const before: number[] = [];
    let sum = 0;
    for (let index = 0; index < this.spans.length; index += 2) {
      before.push(sum);
      sum += this.spans[index + 1]! - this.spans[index]!;
    }
    this.minutesBefore = before;
  }
}
