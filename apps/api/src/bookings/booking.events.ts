import {
  BookingAtRiskV1,
  BookingCancelledV1,
  BookingConfirmedV1,
  BookingExpiredV1,
  BookingHeldV1,
  BookingLateFeesInvoicedV1,
  BookingNoShowV1,
  BookingReleasedV1,
  BookingRescheduledV1,
  BookingRiskAgreedV1,
  BookingRiskSettledV1,
  BookingSlotsCancelledV1,
} from '#contracts';
import type { Booking, BookingFact, Slot } from '#domain';
import type { EventBody } from '#platform/database';

/** Every fact of a booking becomes one event, which says what time it is about. */
export function bookingEvent(fact: BookingFact, booking: Booking): EventBody {
  const { assistantId, agencyId, businessId, agreementId } = booking;
  const audience = [agencyId, businessId];
  const about = (slots: readonly Slot[]) => ({ assistantId, agencyId, businessId, agreementId, slots });
  switch (fact.type) {
    case 'bookingHeld': {
      const { timeZone, heldAt, holdExpiresAt } = fact;
      const data = { ...about(fact.slots), timeZone, heldAt, holdExpiresAt };
      return { type: BookingHeldV1.type, audience, data };
    }
    case 'bookingConfirmed': {
      const { clearanceId, confirmedAt } = fact;
      return { type: BookingConfirmedV1.type, audience, data: { ...about(booking.slots), clearanceId, confirmedAt } };
    }
    case 'bookingCancelled': {
      const { cancelledSlots, cancelledBy, lateFee, cancelledAt } = fact;
      const data = { ...about(cancelledSlots), cancelledBy, lateFee, cancelledAt };
      return { type: BookingCancelledV1.type, audience, data };
    }
    case 'bookingAtRisk': {
      const { slots, reasons, sinceAt } = fact;
      return { type: BookingAtRiskV1.type, audience, data: { ...about(slots), reasons, sinceAt } };
    }
    case 'bookingRiskAgreed': {
      const { side, agreedAt } = fact;
      return { type: BookingRiskAgreedV1.type, audience, data: { assistantId, agencyId, businessId, side, agreedAt } };
    }
    case 'bookingRiskSettled': {
      const { missedSlots, how, settledAt } = fact;
      return { type: BookingRiskSettledV1.type, audience, data: { ...about(missedSlots), how, settledAt } };
    }
    case 'bookingSlotsCancelled': {
      const { cancelledSlots, cancelledBy, lateFee, cancelledAt } = fact;
      const data = { ...about(booking.slots), cancelledSlots, cancelledBy, lateFee, cancelledAt };
      return { type: BookingSlotsCancelledV1.type, audience, data };
    }
    case 'bookingRescheduled': {
      const { givenUp, taken, lateFee, rescheduledAt } = fact;
      const data = { ...about(booking.slots), givenUp, taken, lateFee, rescheduledAt };
      return { type: BookingRescheduledV1.type, audience, data };
    }
    case 'bookingNoShow': {
      const { missedSlots, lateFee, reportedAt } = fact;
      return { type: BookingNoShowV1.type, audience, data: { ...about(missedSlots), lateFee, reportedAt } };
    }
    case 'bookingLateFeesInvoiced': {
      const { amount, invoiceId, invoicedAt } = fact;
      const data = { assistantId, agencyId, businessId, agreementId, amount, invoiceId, invoicedAt };
      return { type: BookingLateFeesInvoicedV1.type, audience, data };
    }
    case 'bookingExpired':
      return { type: BookingExpiredV1.type, audience, data: { ...about(booking.slots), expiredAt: fact.expiredAt } };
    case 'bookingReleased':
      return { type: BookingReleasedV1.type, audience, data: { ...about(booking.slots), releasedAt: fact.releasedAt } };
    default:
      return fact satisfies never;
  }
}
