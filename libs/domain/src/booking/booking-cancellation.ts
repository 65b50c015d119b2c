import type { FieldPath } from '../domain-error.js';
import { demand, uphold } from '../policy.js';
import { instantMs } from '../time/instant.js';
import type { Slot } from '../time/slot.js';
import { feeOfCallingOff } from './booking-late-fees.js';
import { slotsAhead } from './booking-risk.js';
import type { Booking, BookingFact, CancelBooking, CancelBookingSlots } from './booking.js';
import { cancellationPolicies } from './booking.policies.js';

/** Calls off all that lies ahead, and the booking with it. @throws DomainError `booking.…` */
export function cancelAhead({ cancelledBy, reason, now }: CancelBooking, booking: Booking): BookingFact[] {
  uphold(cancellationPolicies, { booking, command: { reason, now } });
  const cancelledSlots = slotsAhead(booking, now);
  const lateFee = feeOfCallingOff(cancelledSlots, booking, cancelledBy, now);
  return [{ type: 'bookingCancelled', cancelledBy, reason, cancelledSlots, lateFee, cancelledAt: now }];
}

/**
 * Calls off single slots of a series, each at its own price; the others stay. When no slot ahead is left, it is the booking
 * that is called off.
 * @throws DomainError `booking.…`, which names the slot
 */
export function cancelSlots({ slots, ...command }: CancelBookingSlots, booking: Booking): BookingFact[] {
  const { cancelledBy, reason, now } = command;
  uphold(cancellationPolicies, { booking, command });
  const named = slots.map((startAt, index) => ({ startAt, at: ['slots', index] }));
  const cancelledSlots = slotsNamed(named, booking, now);
  if (cancelledSlots.length === slotsAhead(booking, now).length) {
    return cancelAhead({ ...command, type: 'cancelBooking' }, booking);
  }
  const lateFee = feeOfCallingOff(cancelledSlots, booking, cancelledBy, now);
  return [{ type: 'bookingSlotsCancelled', cancelledBy, reason, cancelledSlots, lateFee, cancelledAt: now }];
}

/**
 * The slots that are meant by their starts, in order: slots of the booking that have not begun, each named once.
 * @throws DomainError `booking.slot-unknown`, `booking.slot-begun`, `booking.slot-named-twice`, `time.bad-instant`
 */
export function slotsNamed(
  named: readonly { readonly startAt: string; readonly at: FieldPath }[],
  booking: Booking,
  now: string,
): Slot[] {
  const ahead = new Set(slotsAhead(booking, now));
  const meant = new Set<Slot>();
  for (const { startAt, at } of named) {
    const startMs = instantMs(startAt, at);
    const name = { at, which: startAt };
    const slot = booking.slots.find((own) => instantMs(own.startAt) === startMs);
    demand(slot !== undefined, 'booking.slot-unknown', name);
    demand(ahead.has(slot), 'booking.slot-begun', name);
    demand(!meant.has(slot), 'booking.slot-named-twice', name);
    meant.add(slot);
  }
  return booking.slots.filter((slot) => meant.has(slot));
}

/** Slots of one booking but for some of them, which are known by their starts. */
export const slotsWithout = (slots: readonly Slot[], gone: readonly Slot[]): Slot[] => {
  const starts = new Set(gone.map(({ startAt }) => startAt));
  return slots.filter(({ startAt }) => !starts.has(startAt));
};
