import type { Booking } from '../../booking/booking.js';
import { demand } from '../../policy.js';
import { inSteps } from '../../responsibilities/hours/hours-of-period.js';
import { instantMs, minuteMs } from '../../time/instant.js';
import type { Slot } from '../../time/slot.js';
import { add, compare, type Money, moneyOf, subtract, wholeBps, zero } from '../money/money.js';
import type { PaymentTerms } from '../pricing/payment-terms.js';

/** What the price of booked time follows from, by the agreement in force when the booking was confirmed. */
export interface BookedPrice {
  /** Of an hour of the line, or where the booking is of none, of a booked hour. */
  readonly hourlyRate: Money;
  readonly commissionBps: number;
  readonly taxBps: number;
  /** In which hours of the line are charged; 1 for a booking of none. */
  readonly stepMinutes: number;
  /** Whether nothing was kept for another booking of the engagement before. */
  readonly isFirst: boolean;
}

/**
 * What booked time comes to with commission and tax: the slots that take place, and the fees for what was called off late. Which of them an
 * invoice will charge together, and with those of other bookings, nobody knows ahead, and each invoice rounds by itself. So the first of an engagement is as on an invoice
 * of its own, and each further one is rounded up wherever there is something to round: together they suffice for whatever invoices charge them.
 * Time is in whole steps of the line, as it is charged.
 */
export function priceOfBooked(slots: readonly Slot[], booking: Booking, price: BookedPrice): Money {
  const { hourlyRate, stepMinutes, isFirst } = price;
  const { currency } = hourlyRate;
  const work = slots.map(({ startAt, endAt }) => {
    const minutes = inSteps((instantMs(endAt) - instantMs(startAt)) / minuteMs, stepMinutes);
    return BigInt(hourlyRate.amountMinor) * BigInt(minutes);
  });
  const lateFees = booking.status === 'confirmed' || booking.status === 'cancelled' ? booking.lateFees : [];
  const fees = lateFees
    .filter(({ amount }) => amount.currency === currency)
    .map(({ amount }) => BigInt(amount.amountMinor) * 60n);
  const parts = [...work, ...fees].map((one, index) => withCommissionAndTax(one, price, isFirst && index === 0));
  return moneyOf(
    parts.reduce((sum, part) => sum + part, 0n),
    currency,
  );
}

type Rounding = (numerator: bigint, denominator: bigint) => bigint;

/** @param sixtieths of a minor unit, since a minute is a sixtieth of an hour */
function withCommissionAndTax(sixtieths: bigint, { commissionBps, taxBps }: BookedPrice, isAlone: boolean): bigint {
  const rounded = isAlone ? nearest : roundedUp;
  // Parts of an hour are charged with the next whole unit.
  const subtotal = isAlone ? sixtieths / 60n : roundedUp(sixtieths, 60n);
  const net = subtotal + rounded(subtotal * BigInt(commissionBps), BigInt(wholeBps));
  return net + rounded(net * BigInt(taxBps), BigInt(wholeBps));
}

const roundedUp: Rounding = (numerator, denominator) => (numerator + denominator - 1n) / denominator;
/** A tie goes up: with others an invoice could round it so. */
const nearest: Rounding = (numerator, denominator) => (2n * numerator + denominator) / (2n * denominator);

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
