import { firstSpanEndingAfter, minutesByWeek, type PreparedNeed, spanMinutes } from '#domain';
import { calendarOf } from './columns/assistant-columns.js';
import type { SupplyColumns } from './columns/supply-columns.js';
import { weekMinutes, type WeeksInZone } from './need-weeks.js';
import type { SharedTime } from './shared-time.js';

/** Bookings count in the ISO weeks of the assistant's zone, which begin up to so long before the first asked hour. */
const marginMinutes = 8 * 1440;

/** A change of the clocks makes a local week so much longer or shorter at most. */
const clockMarginMinutes = 3 * 60;

interface Required {
  readonly byWeek: ReadonlyMap<number, number>;
  readonly most: number;
}

/** Whether assistants have the capacity left that a need takes, in every week. */
export class FreeCapacity {
  private readonly required = new Map<WeeksInZone, Required>();
  /** Whoever has less capacity lacks it in some week of whatever zone, booked or not. */
  readonly least: number;
  /** Whoever has so much left has enough in all weeks of whatever zone. */
  private readonly most: number;

  constructor(
    private readonly supply: SupplyColumns,
    private readonly prepared: PreparedNeed,
    private readonly time: SharedTime,
  ) {
    const asked = askedInSomeWeek(prepared);
    this.least = prepared.capacityForWeekOf(asked.least);
    this.most = prepared.capacityForWeekOf(asked.most);
  }

  isEnough(row: number): boolean {
    const { columns, calendars } = this.supply;
    const capacity = columns.capacityMinutes[row]!;
    if (capacity < this.least) return false;
    const busy = this.busyNearby(row);
    const left = capacity - spanMinutes(busy);
    if (left >= this.most) return true;
    const calendar = calendarOf(columns, row);
    const required = this.requiredOf(calendar);
    if (capacity < required.most) return false;
    if (left >= required.most) return true;
    const booked = minutesByWeek(busy, calendars.timeZoneOf(calendar));
    for (const [week, minutes] of required.byWeek) if (capacity - (booked.get(week) ?? 0) < minutes) return false;
    return true;
  }

  private requiredOf(calendar: number): Required {
    const weeks = this.time.weeksOf(calendar);
    const known = this.required.get(weeks);
    if (known !== undefined) return known;
    const byWeek = this.prepared.requiredCapacity(this.supply.calendars.timeZoneOf(calendar));
    const required = { byWeek, most: Math.max(0, ...byWeek.values()) };
    this.required.set(weeks, required);
    return required;
  }

  /** What is booked in the weeks of the need: all of it, and no less than in any of them. */
  private busyNearby(row: number): Int32Array {
    const busy = this.supply.busyOf(row);
    const to = this.prepared.lastMinute + marginMinutes;
    const first = firstSpanEndingAfter(busy, (this.prepared.spans[0] ?? 0) - marginMinutes);
    let end = firstSpanEndingAfter(busy, to);
    if (end < busy.length && busy[end]! < to) end += 2;
    return busy.subarray(first, end);
  }
}

/**
 * How many of the asked minutes fall into a week, wherever it begins: no week has more than `most`, and whatever the zone is
 * some week has `least`.
 */
export function askedInSomeWeek({ spans, askedMinutes, lastMinute }: PreparedNeed): { least: number; most: number } {
  const before = minutesBefore(spans);
  const within = (from: number, length: number): number => before(from + length) - before(from);
  // A stretch has most when it begins with a span, and least when it begins where one ends.
  let most = 0;
  for (let at = 0; at < spans.length; at += 2)
    most = Math.max(most, within(spans[at]!, weekMinutes + clockMarginMinutes));
  const asked = lastMinute - (spans[0] ?? 0);
  // A shorter time lies in four weeks at most, and need not hold a whole one.
  if (asked < 2 * (weekMinutes + clockMarginMinutes)) return { least: Math.ceil(askedMinutes / 4), most };
  // Of three weeks or more that it holds as a whole, one at least is as long as it should be.
  const shortest = asked < 4 * (weekMinutes + clockMarginMinutes) ? weekMinutes - clockMarginMinutes : weekMinutes;
  let least = within(lastMinute - shortest, shortest);
  for (let at = 1; at < spans.length && spans[at]! + shortest <= lastMinute; at += 2) {
    least = Math.min(least, within(spans[at]!, shortest));
  }
  return { least, most };
}

/** Tells how many minutes of the spans lie before a minute. */
function minutesBefore(spans: Int32Array): (minute: number) => number {
  const sums = new Int32Array(spans.length / 2 + 1);
  for (let span = 0; span < spans.length; span += 2) {
    sums[span / 2 + 1] = sums[span / 2]! + spans[span + 1]! - spans[span]!;
  }
  return (minute) => {
    let [low, high] = [0, spans.length / 2];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (spans[2 * middle]! < minute) low = middle + 1;
      else high = middle;
    }
    const last = 2 * (low - 1);
    return sums[low]! - (low === 0 ? 0 : Math.max(0, spans[last + 1]! - minute));
  };
}
