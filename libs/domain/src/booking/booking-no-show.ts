import { demand } from '../policy.js';
import { plusHours } from '../time/calendar.js';
import { instantMs } from '../time/instant.js';
import type { Slot } from '../time/slot.js';
import { lateFee } from '../billing/pricing/late-fee.js';
import { slotsAtRisk } from './booking-risk.js';
import type { Booking, BookingFact, NoteNobodyThere } from './booking.js';

/** Hours after its end until which somebody can say that a slot did not take place. */
const hoursToNoteNobodyThere = 7 * 24;

/**
 * The agency says that nobody of the business was there. It costs what calling it off at its start would have, by the terms under which it
 * was booked. That the assistant was not there is an absence of hers.
 * @throws DomainError `booking.…`, which names the slot
 */
export function noteNobodyThere({ slots, worked, now }: NoteNobodyThere, booking: Booking): BookingFact[] {
  demand(booking.status === 'confirmed', 'booking.not-confirmed', { status: booking.status });
  const gone = new Set([...(booking.missedSlots ?? []), ...slotsAtRisk(booking)].map(({ startAt }) => startAt));
  const meant = slots.map((startAt, index): Slot => {
    const at = ['slots', index];
    const name = { at, which: startAt };
    const startMs = instantMs(startAt, at);
    const slot = booking.slots.find((own) => instantMs(own.startAt) === startMs);
    demand(slot !== undefined && !gone.has(slot.startAt), 'booking.slot-unknown', name);
    demand(instantMs(slot.endAt) <= instantMs(now), 'booking.slot-not-over', name);
    demand(
      instantMs(now) <= instantMs(plusHours(slot.endAt, hoursToNoteNobodyThere)),
      'booking.no-show-too-late',
      name,
    );
    demand(!worked.some((time) => overlap(time, slot)), 'booking.worked', name);
    return slot;
  });
  demand(new Set(meant).size === meant.length, 'booking.slot-named-twice', { at: ['slots'] });
  const fee = lateFee(meant, booking.cancellation, booking.hourlyRate, now);
  return [{ type: 'bookingNoShow', missedSlots: meant, lateFee: fee, reportedAt: now }];
}

const overlap = (one: Slot, other: Slot): boolean =>
  instantMs(one.startAt) < instantMs(other.endAt) && instantMs(other.startAt) < instantMs(one.endAt);
