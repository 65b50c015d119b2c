import { demand, uphold } from '../policy.js';
import { maxSlots, normaliseSlots, plainSlots } from '../time/normalise-slots.js';
import type { Slot } from '../time/slot.js';
import { slotsNamed, slotsWithout } from './booking-cancellation.js';
import { evolveBooking } from './booking-decisions.js';
import { feeOfCallingOff } from './booking-late-fees.js';
import { assess, slotsAhead } from './booking-risk.js';
import type { Booking, BookingFact, HoldContext, RescheduleBooking } from './booking.js';
import { holdPolicies } from './booking.policies.js';
import { slotsAskedFor, type SlotsAskedFor } from './slots-asked-for.js';

/** Single slots, each to another time, or other time in the place of all that lies ahead; one of the two. */
export interface MovesAskedFor extends SlotsAskedFor {
  readonly moves?: readonly { readonly startAt: string; readonly to: Slot }[] | undefined;
}

/**
 * Which slots are given up, and what is wanted for them, each with its name.
 * @throws DomainError `booking.not-confirmed`, `booking.moves-or-slots`, `booking.nothing-to-reschedule`, `booking.slot-…`,
 * `booking.slots-or-weekly`, `time.…`
 */
export function slotsToMove(
  { moves, ...whole }: MovesAskedFor,
  booking: Booking,
  now: string,
): Pick<RescheduleBooking, 'givenUp' | 'taken'> {
  demand(booking.status === 'confirmed', 'booking.not-confirmed', { status: booking.status });
  const isWhole = whole.slots !== undefined || whole.weekly !== undefined;
  demand((moves !== undefined) !== isWhole, 'booking.moves-or-slots', { at: ['moves'] });
  if (moves === undefined) {
    const givenUp = slotsAhead(booking, now);
    demand(givenUp.length > 0, 'booking.nothing-to-reschedule');
    return { givenUp, taken: slotsAskedFor(whole, now) };
  }
  const named = moves.map(({ startAt }, index) => ({ startAt, at: ['moves', index, 'startAt'] }));
  const wanted = moves.map(({ startAt, to }, index) => ({ ...to, at: ['moves', index, 'to'], which: startAt }));
  return { givenUp: slotsNamed(named, booking, now), taken: normaliseSlots(wanted, now, ['moves']) };
}

/**
 * Moves time of a confirmed booking: what is given up costs what calling it off would, and what is taken has to pass what a
 * hold has to. In the context, what is given up is out of the way. Moving may be what settles a risk.
 * @throws DomainError `booking.…` and `time.…`, which name the slot
 */
export function rescheduleBooking(
  { givenUp, taken: asked, now }: RescheduleBooking,
  booking: Booking,
  context: HoldContext,
): BookingFact[] {
  demand(booking.status === 'confirmed', 'booking.not-confirmed', { status: booking.status });
  const named = normaliseSlots(asked, now);
  const taken = plainSlots(named);
  if (saysTheSame(taken, givenUp)) return [];
  uphold(holdPolicies, { slots: named, lineId: booking.lineId, now, context });
  const slots = [...slotsWithout(booking.slots, givenUp), ...taken].sort((a, b) => (a.startAt < b.startAt ? -1 : 1));
  demand(slots.length <= maxSlots, 'time.too-many-slots', { max: maxSlots });
  const lateFee = feeOfCallingOff(givenUp, booking, 'business', now);
  const moved: BookingFact = {
    type: 'bookingRescheduled',
    givenUp: plainSlots(givenUp),
    taken,
    slots,
    lateFee,
    rescheduledAt: now,
  };
  return [moved, ...assess({ type: 'assessBooking', readiness: context, now }, evolveBooking(booking, moved))];
}

const saysTheSame = (one: readonly Slot[], other: readonly Slot[]): boolean =>
  one.length === other.length &&
  one.every(({ startAt, endAt }, index) => startAt === other[index]?.startAt && endAt === other[index].endAt);
