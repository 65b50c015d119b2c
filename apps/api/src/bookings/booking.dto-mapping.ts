import type { BookingDto, CreateBookingDto } from '#contracts';
import { type Booking, DomainError, normaliseSlots, type Slot, weeklySlots } from '#domain';
import type { Versioned } from '#platform/database';

/** The dated slots that are asked for: those given, or those that the weekly hours come to. */
export function requestedSlots({ slots, weekly }: CreateBookingDto, now: string): readonly Slot[] {
  if ((slots === undefined) === (weekly === undefined)) {
    throw new DomainError('booking.slots-or-weekly', { at: ['slots'] });
  }
  if (weekly === undefined) return normaliseSlots(slots!, now);
  const { timeZone, weeklyHours, startsOn, endsOn } = weekly;
  return weeklySlots({ weekly: weeklyHours, timeZone, range: { from: startsOn, to: endsOn } }, now);
}

export function bookingDto({ state, version }: Versioned<Booking>): BookingDto {
  const cancelled = state.status === 'cancelled' ? state : null;
  return {
    id: state.bookingId,
    agreementId: state.agreementId,
    businessId: state.businessId,
    agencyId: state.agencyId,
    assistantId: state.assistantId,
    status: state.status,
    timeZone: state.timeZone,
    slots: [...state.slots],
    holdExpiresAt: state.status === 'held' ? state.holdExpiresAt : null,
    confirmedAt: state.status === 'confirmed' ? state.confirmedAt : null,
    cancelledAt: cancelled?.cancelledAt ?? null,
    cancelledBy: cancelled?.cancelledBy ?? null,
    cancelledSlots: [...(cancelled?.cancelledSlots ?? [])],
    lateFee: cancelled?.lateFee ?? null,
    version,
  };
}
