import type { Booking } from '../../booking/booking.js';
import { demand } from '../../policy.js';
import { instantMs, minuteMs } from '../../time/instant.js';
import type { Slot } from '../../time/slot.js';
import { add, compare, type Money, moneyOf, subtract, sum, zero } from '../money/money.js';
import type { PaymentTerms } from '../pricing/payment-terms.js';
import { commissionOn, taxOn } from '../pricing/quote.js';

/** What the price of booked time follows from, by the agreement in force when the booking was confirmed. */
export interface BookedPrice {
  /** Of an hour of the line, or where the booking is of none, of a booked hour. */
  readonly hourlyRate: Money;
  readonly commissionBps: number;
  readonly taxBps: number;
}

/**
 * What booked time comes to with commission and tax: the slots that take place, and the fees for what was called off late. An
 * invoice charges hours by the step and rounds them down, so it never comes to more than this.
 */
export function priceOfBooked(slots: readonly Slot[], booking: Booking, price: BookedPrice): Money {
  const { currency } = price.hourlyRate;
  const ms = slots.reduce((total, { startAt, endAt }) => total + instantMs(endAt) - instantMs(startAt), 0);
  const minutes = BigInt(Math.ceil(ms / minuteMs));
  const work = (BigInt(price.hourlyRate.amountMinor) * minutes + 59n) / 60n;
  const fees = booking.status === 'confirmed' || booking.status === 'cancelled' ? booking.lateFees : [];
  const ofFees = sum(
    fees.map(({ amount }) => amount).filter((amount) => amount.currency === currency),
    currency,
  );
  const subtotal = work + BigInt(ofFees.amountMinor);
  const net = subtotal + commissionOn(subtotal, price);
  return moneyOf(net + taxOn(net, { taxBps: price.taxBps, taxNote: '' }), currency);
}

/** What there is for a booking: kept now, and charged by invoices before. */
export interface BookedFunds {
  readonly held: Money;
  readonly charged: Money;
}

/** What has to be kept in addition; below nothing, what is let go. */
export function changeOfFunds({ held, charged }: BookedFunds, price: Money): Money {
  const open = subtract(price, charged);
  return subtract(open.amountMinor > 0 ? open : zero(price.currency), held);
}

/** What a business has to its name, in the currency of an agreement. */
export interface Means {
  /** Paid ahead, less what is kept and what open invoices wait for. */
  readonly prepaid: Money;
  /** Of the agreement: kept for booked time, and open on invoices. */
  readonly exposure: Money;
}

/**
 * Booked time is confirmed only where it is covered: by money that is there, or by what may be owed.
 * @throws DomainError `booking.deposit-missing`, `booking.beyond-credit-limit`
 */
export function demandCovered(terms: PaymentTerms, change: Money, { prepaid, exposure }: Means): void {
  if (change.amountMinor <= 0) return;
  if (terms.mode === 'prepaid') {
    const missing = subtract(change, prepaid);
    demand(missing.amountMinor <= 0, 'booking.deposit-missing', { needed: change, missing });
    return;
  }
  const after = add(exposure, change);
  demand(compare(after, terms.limit) <= 0, 'booking.beyond-credit-limit', { limit: terms.limit, exposure: after });
}

/** Parts of what is kept that an invoice is paid with, the booking that is first in the list first. */
export function fundsToCharge(total: Money, held: readonly Money[]): Money[] {
  let left = total;
  return held.map((one) => {
    const part = compare(one, left) <= 0 ? one : left;
    left = subtract(left, part);
    return part;
  });
}
