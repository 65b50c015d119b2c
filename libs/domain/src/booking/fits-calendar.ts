import type { RefusalDetails } from '../domain-error.js';
import { demand } from '../policy.js';
import { type WorkCalendar, workingSpans } from '../supply/work-calendar.js';
import { instantOf, minuteMs } from '../time/instant.js';
import type { AskedSlot, Slot } from '../time/slot.js';
import { intersectSpans, type Spans, spansOfSlots, subtractSpans } from '../time/spans.js';
import { minutesByWeek, weekStartsOn } from '../time/weeks.js';

/**
 * Checks that an assistant can work in these slots: inside working hours, on no day off, not booked already, and within
 * the capacity of every week. The slots have to be in order; a refusal names the first one that doesn't fit.
 * @param busy the assistant's other slots, at least those in the weeks of the new ones
 * @param elsewhere when she is busy outside of the marketplace; why a slot is taken is nobody's business, so it is refused alike
 * @throws DomainError `booking.outside-working-hours`, `booking.on-day-off`, `booking.slot-taken`, `booking.over-capacity`
 */
export function assertCalendarHolds(
  calendar: WorkCalendar,
  slots: readonly AskedSlot[],
  busy: readonly Slot[],
  elsewhere: readonly Slot[] = [],
): void {
  const wanted = spansOfSlots(slots);
  if (!wanted.length) return;
  const [from, to] = [wanted[0]!, wanted.at(-1)!];
  const { timeZone } = calendar;
  const outside = subtractSpans(wanted, workingSpans({ ...calendar, daysOff: [] }, from, to));
  demand(!outside.length, 'booking.outside-working-hours', { ...firstOf(slots, outside), timeZone });
  const dayOff = subtractSpans(wanted, workingSpans(calendar, from, to));
  demand(!dayOff.length, 'booking.on-day-off', { ...firstOf(slots, dayOff), timeZone });
  const taken = intersectSpans(wanted, spansOfSlots([...busy, ...elsewhere]));
  demand(!taken.length, 'booking.slot-taken', firstOf(slots, taken));
  assertCapacity(calendar, slots, spansOfSlots(busy));
}

function assertCapacity(calendar: WorkCalendar, slots: readonly AskedSlot[], busy: Spans): void {
  const { timeZone, weeklyCapacityMinutes: capacityMinutes } = calendar;
  const booked = minutesByWeek(busy, timeZone);
  for (const slot of slots) {
    for (const [week, minutes] of minutesByWeek(spansOfSlots([slot]), timeZone)) {
      const bookedMinutes = minutes + (booked.get(week) ?? 0);
      booked.set(week, bookedMinutes);
      const details = { ...nameOf(slot), weekOf: weekStartsOn(week), bookedMinutes, capacityMinutes };
      demand(bookedMinutes <= capacityMinutes, 'booking.over-capacity', details);
    }
  }
}

/** What a refusal says of the slot in which the first of some minutes lies, and since when. */
function firstOf(slots: readonly AskedSlot[], [minute]: Spans): RefusalDetails {
  if (minute === undefined) return {};
  const startAt = instantOf(minute * minuteMs);
  const slot = slots.find(({ endAt }) => startAt < endAt);
  return { ...nameOf(slot), startAt };
}

const nameOf = (slot: AskedSlot | undefined): RefusalDetails => ({ at: slot?.at, which: slot?.which });
