import type { BookingDto } from '#contracts';
import { type Booking, slotsAtRisk } from '#domain';
import type { Versioned } from '#platform/database';
import { partiesOf } from '../parties-of.js';

export function bookingDto({ state, version }: Versioned<Booking>): BookingDto {
  const cancelled = state.status === 'cancelled' ? state : null;
  const risk = state.status === 'confirmed' ? state.risk : undefined;
  const changed = 'lateFees' in state ? state : null;
  return {
    id: state.bookingId,
    agreementId: state.agreementId,
    lineId: state.lineId,
    ...partiesOf(state),
    status: state.status,
    timeZone: state.timeZone,
    slots: [...state.slots],
    holdExpiresAt: state.status === 'held' ? state.holdExpiresAt : null,
    risk: risk
      ? { ...risk, reasons: [...risk.reasons], agreedBy: [...risk.agreedBy], slots: slotsAtRisk(state) }
      : null,
    missedSlots: [...(state.status === 'confirmed' ? (state.missedSlots ?? []) : [])],
    confirmedAt: state.status === 'confirmed' ? state.confirmedAt : null,
    cancelledAt: cancelled?.cancelledAt ?? null,
    cancelledBy: cancelled?.cancelledBy ?? null,
    cancelledSlots: [...(changed?.cancelledSlots ?? [])],
    lateFee: cancelled?.lateFee ?? null,
    lateFees: [...(changed?.lateFees ?? [])],
    version,
  };
}
