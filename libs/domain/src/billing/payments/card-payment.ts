import { every } from '../../every.js';
import { demand } from '../../policy.js';
import { instantMs } from '../../time/instant.js';
import { minorUnitDigits } from '../money/currency.js';
import { compare, type Money, subtract } from '../money/money.js';
import type { RefundStatus } from './refund.js';

/** `open` until somebody pays, `processing` while the payment service waits for the money, `paid`; or `ended` without. */
export type CardPaymentStatus = 'open' | 'processing' | 'paid' | 'ended';
export const cardPaymentStatuses = every<CardPaymentStatus>({ open: true, processing: true, paid: true, ended: true });

/** A payment as it stands in the books. */
export interface KeptCardPayment {
  readonly status: CardPaymentStatus;
  /** What was posted as received; null until then. */
  readonly received: Money | null;
  /** What was posted as the payment service's fee; null until it is known. */
  readonly fee: Money | null;
}

/** What the payment service says of it now. */
export interface SaidCardPayment {
  readonly status: CardPaymentStatus;
  readonly received: Money | null;
  /** Null as long as the service doesn't know; it may be of another currency. */
  readonly fee: Money | null;
}

/** What is to be noted and posted: nothing of what was posted before. */
export interface CardPaymentChange {
  readonly status: CardPaymentStatus;
  readonly received: Money | null;
  readonly fee: Money | null;
}

/**
 * What is new about a payment. It depends on what the service says now and on what is posted already, so that messages may be lost, come
 * twice and in any order. What was paid stays paid; what comes back has facts of its own.
 */
export function changeOfCardPayment(kept: KeptCardPayment, said: SaidCardPayment): CardPaymentChange {
  const isPaid = kept.status === 'paid' || (said.status === 'paid' && said.received !== null);
  return {
    status: isPaid ? 'paid' : said.status === 'paid' ? kept.status : said.status,
    received: isPaid && kept.received === null ? said.received : null,
    fee: isPaid && kept.fee === null ? said.fee : null,
  };
}

/** The least and the most seconds between two looks at a payment. */
const looks = { least: 15, most: 600 } as const;

/**
 * In how many seconds the payment service is asked about a payment of which it has told nothing: after a quarter of the time for which it has been
 * going on. So whoever has just paid sees it within seconds, and one that was left is asked about seldom.
 * @param madeAt when it was begun
 */
export function secondsToNextLook(madeAt: string, now: string): number {
  const age = Math.floor((instantMs(now) - instantMs(madeAt)) / 1_000);
  return Math.min(looks.most, Math.max(looks.least, Math.floor(age / 4)));
}

/** @throws DomainError `card-payment.bad-amount`, for currencies with three decimals also where the last one isn't 0, since no card knows it */
export function demandPayableByCard({ amountMinor, currency }: Money): void {
  const at = ['amount', 'amountMinor'];
  demand(amountMinor > 0 && amountMinor <= 99_999_999, 'card-payment.bad-amount', { at });
  demand(minorUnitDigits[currency] < 3 || amountMinor % 10 === 0, 'card-payment.bad-amount', { at });
}

/**
 * What goes back to a card is no more than has come from it.
 * @throws DomainError `refund.beyond-payment`, `card-payment.not-paid`
 */
export function demandRefundableToCard(amount: Money, received: Money | null, refunded: Money): void {
  demand(received !== null, 'card-payment.not-paid');
  const left = subtract(received, refunded);
  demand(compare(amount, left) <= 0, 'refund.beyond-payment', {
    at: ['amount', 'amountMinor'],
    left: left.amountMinor,
  });
}

/** What the payment service says of a refund. */
export type SaidRefund = 'pending' | 'sent' | 'failed';

/** What becomes of a refund to a card by what the payment service says; null where nothing does. */
export function refundBecomes(kept: RefundStatus, said: SaidRefund): 'sent' | 'withdrawn' | 'returned' | null {
  if (kept === 'asked') return said === 'sent' ? 'sent' : said === 'failed' ? 'withdrawn' : null;
  return kept === 'sent' && said === 'failed' ? 'returned' : null;
}

/** A payment that the holder of the card disputes: taken back by the payment service, or given back by it. */
export type ChargebackStatus = 'taken' | 'given-back';
export const chargebackStatuses = every<ChargebackStatus>({ taken: true, 'given-back': true });

/** What the payment service has taken in all for a payment that is disputed, and what of that it has given back. */
export interface DisputeFees {
  readonly taken: Money;
  readonly givenBack: Money;
}

const beyond = (said: Money, kept: Money | undefined): Money => ({
  amountMinor: Math.max(0, said.amountMinor - (kept?.amountMinor ?? 0)),
  currency: said.currency,
});

/**
 * What of these fees is new: both only grow, so that messages may be lost, come twice and in any order. Fees of another currency than those
 * before can't be compared with them and are none.
 * @param kept null where none was posted yet
 * @param said null where the service says nothing of fees
 */
export function newDisputeFees(kept: DisputeFees | null, said: DisputeFees | null): DisputeFees | null {
  if (said === null || (kept !== null && kept.taken.currency !== said.taken.currency)) return null;
  return { taken: beyond(said.taken, kept?.taken), givenBack: beyond(said.givenBack, kept?.givenBack) };
}

/** Which facts follow, in this order; each once. @param kept null for one that nobody knows yet */
export function chargebackFacts(
  kept: ChargebackStatus | null,
  said: ChargebackStatus,
): ('chargebackTaken' | 'chargebackWon')[] {
  if (kept === 'given-back') return [];
  const taken = kept === null ? (['chargebackTaken'] as const) : [];
  return [...taken, ...(said === 'given-back' ? (['chargebackWon'] as const) : [])];
}
