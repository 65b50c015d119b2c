import { type Money, sum, zero } from '../billing/money/money.js';
import { lateFee } from '../billing/pricing/late-fee.js';
import { demand } from '../policy.js';
import type { Slot } from '../time/slot.js';
import { slotsAtRisk } from './booking-risk.js';
import type { Booking, BookingFact, CancellingParty, InvoiceLateFees, LateFee } from './booking.js';

/**
 * What calling these slots off costs, by the terms under which they were booked. Only the business pays for it, and not for
 * what might not have taken place.
 */
export function feeOfCallingOff(slots: readonly Slot[], booking: Booking, by: CancellingParty, now: string): Money {
  const { cancellation, hourlyRate } = booking;
  if (by !== 'business') return zero(hourlyRate.currency);
  const atRisk = new Set(slotsAtRisk(booking).map(({ startAt }) => startAt));
  const sure = slots.filter(({ startAt }) => !atRisk.has(startAt));
  return lateFee(sure, cancellation, hourlyRate, now);
}

/** With one more fee, if it is more than nothing. */
export const withLateFee = (fees: readonly LateFee[], amount: Money, incurredAt: string): readonly LateFee[] =>
  amount.amountMinor === 0 ? fees : [...fees, { amount, incurredAt, invoiceId: null }];

/** Those that no invoice has charged yet. */
export const lateFeesDue = (booking: Booking): LateFee[] =>
  booking.status === 'confirmed' || booking.status === 'cancelled'
    ? booking.lateFees.filter(({ invoiceId }) => invoiceId === null)
    : [];

/** Each fee is charged once. @throws DomainError `booking.no-late-fee` */
export function invoiceLateFees({ incurredAt, invoiceId, now }: InvoiceLateFees, booking: Booking): BookingFact[] {
  const charged = lateFeesDue(booking).filter((fee) => incurredAt.includes(fee.incurredAt));
  demand(charged.length > 0, 'booking.no-late-fee', { incurredAt });
  const amount = sum(
    charged.map((fee) => fee.amount),
    booking.hourlyRate.currency,
  );
  return [{ type: 'bookingLateFeesInvoiced', incurredAt, amount, invoiceId, invoicedAt: now }];
}
