import { workingSpans } from '../supply/work-calendar.js';
import type { Spans } from '../time/spans.js';
import { minutesByWeek } from '../time/weeks.js';
import type { FilteredProfile } from './candidate.js';

interface Kept {
  readonly calendarVersion: number;
  readonly fromWeek: number;
  readonly toWeek: number;
  readonly working: Int32Array;
}
interface Booked {
  readonly timeZone: string;
  readonly byWeek: ReadonlyMap<number, number>;
}

const weekMinutes = 7 * 1440;
/** A need that starts a little later than the last one finds its weeks there already. */
const weeksInHand = 4;

/**
 * Working hours as dated UTC time in the weeks that were asked for: worked out once by the zone's rules of those very
 * dates, and kept until the assistant's calendar changes. Pairs of minutes are exact, shorter than bitsets of quarter
 * hours and as quick to intersect. It belongs to whoever matches; the domain holds no state of its own.
 */
export class CalendarCache {
  private readonly kept = new Map<string, Kept>();
  /** By the busy spans themselves: they are values, so the same array always means the same bookings. */
  private readonly booked = new WeakMap<Spans, Booked>();

  /** @param maxAssistants the ones worked out longest ago go first */
  constructor(private readonly maxAssistants = 50_000) {}

  /** Working time at least from one UTC minute to another, days off taken out, bookings not yet. */
  workingSpans(candidate: FilteredProfile, fromMinute: number, toMinute: number): Int32Array {
    const before = this.kept.get(candidate.assistantId);
    const known = before?.calendarVersion === candidate.calendarVersion ? before : undefined;
    const fromWeek = Math.floor(fromMinute / weekMinutes);
    const toWeek = Math.ceil(toMinute / weekMinutes);
    if (known && known.fromWeek <= fromWeek && known.toWeek >= toWeek) return known.working;
    const from = Math.min(fromWeek, known?.fromWeek ?? fromWeek);
    const to = Math.max(toWeek + weeksInHand, known?.toWeek ?? 0);
    const working = Int32Array.from(workingSpans(candidate, from * weekMinutes, to * weekMinutes));
    this.keep(candidate.assistantId, {
      calendarVersion: candidate.calendarVersion,
      fromWeek: from,
      toWeek: to,
      working,
    });
    return working;
  }

  /** Minutes booked in each ISO week of the assistant's zone. */
  bookedByWeek({ busy, timeZone }: FilteredProfile): ReadonlyMap<number, number> {
    const known = this.booked.get(busy);
    if (known?.timeZone === timeZone) return known.byWeek;
    const byWeek = minutesByWeek(busy, timeZone);
    this.booked.set(busy, { timeZone, byWeek });
    return byWeek;
  }

  /** Forgets an assistant who isn't listed any more. */
  forget(assistantId: string): void {
    this.kept.delete(assistantId);
  }

  private keep(assistantId: string, kept: Kept): void {
    this.kept.delete(assistantId);
    this.kept.set(assistantId, kept);
    if (this.kept.size <= this.maxAssistants) return;
    const [oldest] = this.kept.keys();
    if (oldest !== undefined) this.kept.delete(oldest);
  }
}
