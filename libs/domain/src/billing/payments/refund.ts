import { every } from '../../every.js';
import { demand } from '../../policy.js';
import { compare, type Money } from '../money/money.js';

/** `asked`, then `withdrawn` by the business, or `sent` by the bank, and `returned` where the bank sends it back. */
export type RefundStatus = 'asked' | 'withdrawn' | 'sent' | 'returned';
export const refundStatuses = every<RefundStatus>({ asked: true, withdrawn: true, sent: true, returned: true });

/**
 * A business gets back what it has paid ahead and neither booked nor owes, whole or in part.
 * @param unused its prepaid money less its open invoices, in one currency; below nothing where it owes more
 * @throws DomainError `refund.bad-amount`, `refund.beyond-unused`, `money.currencies-differ`
 */
export function demandRefundable(amount: Money, unused: Money): void {
  const at = ['amount', 'amountMinor'];
  demand(amount.amountMinor > 0, 'refund.bad-amount', { at });
  demand(compare(amount, unused) <= 0, 'refund.beyond-unused', { at, unused: Math.max(0, unused.amountMinor) });
}

/**
 * What goes back by itself when an agency can't work any more: what became free by that, as far as nothing else is owed; and where the
 * business has nobody else here, all that is unused.
 * @param freed what was kept for the agency's work or charged for hours that nobody used
 * @param unused its prepaid money less its open invoices; below nothing where it owes more
 */
export function refundAtSuspension(freed: Money, unused: Money, hasOthers: boolean): Money {
  const most = hasOthers && compare(freed, unused) < 0 ? freed : unused;
  return { amountMinor: Math.max(0, most.amountMinor), currency: unused.currency };
}

/**
 * A receipt that was assigned to the wrong business is taken back as long as that one has the money.
 * @param prepaid what it has paid ahead and neither booked nor spent
 * @throws DomainError `receipt.spent`
 */
export const demandTakenBack = (amount: Money, prepaid: Money): void =>
  demand(compare(amount, prepaid) <= 0, 'receipt.spent', { missing: amount.amountMinor - prepaid.amountMinor });

/** What the bank hasn't been told yet can still be withdrawn, and sent once. @throws DomainError `refund.not-waiting` */
export const demandWaiting = (status: RefundStatus): void => demand(status === 'asked', 'refund.not-waiting');

/** @throws DomainError `refund.not-sent` */
export const demandRefundSent = (status: RefundStatus): void => demand(status === 'sent', 'refund.not-sent');
