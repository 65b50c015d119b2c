import { demand } from '../policy.js';
import { type WorkCalendar, workingSpans } from '../supply/work-calendar.js';
import { instantOf, minuteMs } from '../time/instant.js';
import type { Slot } from '../time/slot.js';
import { intersectSpans, spanMinutes, type Spans, spansOfSlots, subtractSpans } from '../time/spans.js';
import { minutesByWeek, weekStartsOn } from '../time/weeks.js';

/**
 * Checks that an assistant can work in these slots: inside working hours, on no day off, not booked already, and within
 * the capacity of every week. The slots have to be in order.
 * @param busy the assistant's other slots, at least those in the weeks of the new ones
 * @throws DomainError `booking.outside-working-hours`, `booking.on-day-off`, `booking.slot-taken`, `booking.over-capacity`
 */
export function assertCalendarHolds(calendar: WorkCalendar, slots: readonly Slot[], busy: readonly Slot[]): void {
  const wanted = spansOfSlots(slots);
  if (!wanted.length) return;
  const [from, to] = [wanted[0]!, wanted.at(-1)!];
  const outside = firstUncovered(wanted, workingSpans({ ...calendar, daysOff: [] }, from, to));
  demand(outside === null, 'booking.outside-working-hours', { startAt: outside, timeZone: calendar.timeZone });
  const dayOff = firstUncovered(wanted, workingSpans(calendar, from, to));
  demand(dayOff === null, 'booking.on-day-off', { startAt: dayOff, timeZone: calendar.timeZone });
  const taken = intersectSpans(wanted, spansOfSlots(busy));
  demand(!taken.length, 'booking.slot-taken', { startAt: taken.length ? instantOf(taken[0]! * minuteMs) : null });
  assertCapacity(calendar, wanted, spansOfSlots(busy));
}

function assertCapacity(calendar: WorkCalendar, wanted: Spans, busy: Spans): void {
  const booked = minutesByWeek(busy, calendar.timeZone);
  for (const [week, minutes] of minutesByWeek(wanted, calendar.timeZone)) {
    const total = minutes + (booked.get(week) ?? 0);
    const details = {
      weekOf: weekStartsOn(week),
      bookedMinutes: total,
      capacityMinutes: calendar.weeklyCapacityMinutes,
    };
    demand(total <= calendar.weeklyCapacityMinutes, 'booking.over-capacity', details);
  }
}

function firstUncovered(wanted: Spans, covering: Spans): string | null {
  const left = subtractSpans(wanted, covering);
  return spanMinutes(left) ? instantOf(left[0]! * minuteMs) : null;
}
