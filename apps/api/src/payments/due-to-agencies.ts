import type { PaidDocument } from '#domain';

/** One kind of what payouts are made of; its table is called `due` in all of these. */
interface DueKind {
  readonly kind: PaidDocument['kind'];
  readonly id: string;
  readonly earnings: string;
  readonly tax: string;
  readonly from: string;
  readonly where: string;
}

/** Of an invoice whose earnings no dispute keeps back. */
const undisputed = `NOT EXISTS (
  SELECT FROM api.dispute_hold held WHERE held.invoice_id = due.invoice_id AND held.settled_at IS NULL)`;

/**
 * Paid invoices, what was taken back of such, and paid fees of reminders, that are in no payout and no dispute, what came back of
 * transfers, and what agencies have paid back themselves.
 */
export const dueToAgencies: readonly DueKind[] = [
  {
    kind: 'invoice',
    id: 'due.invoice_id',
    earnings: 'due.earnings_minor',
    tax: 'due.tax_minor',
    from: 'api.invoice_payment due',
    where: `due.paid_at IS NOT NULL AND due.payout_id IS NULL AND ${undisputed}`,
  },
  {
    kind: 'credit-note',
    id: 'due.credit_note_id',
    earnings: '-due.earnings_minor',
    tax: '-due.tax_minor',
    from: 'api.credit_note_payment due JOIN api.invoice_payment paid ON paid.invoice_id = due.invoice_id',
    where: `due.payout_id IS NULL AND paid.paid_at IS NOT NULL AND ${undisputed}`,
  },
  {
    kind: 'reminder-fee',
    id: 'due.fee_id',
    earnings: 'CASE WHEN due.fee_waived_at IS NULL THEN due.fee_minor ELSE -due.fee_minor END',
    tax: '0',
    from: 'api.invoice_reminder due',
    where: `due.fee_paid_at IS NOT NULL AND due.return_payout_id IS NULL
      AND (due.payout_id IS NULL) = (due.fee_waived_at IS NULL) AND ${undisputed}`,
  },
  {
    kind: 'transfer-reversal',
    id: 'due.id',
    earnings: 'due.earnings_minor',
    tax: 'due.tax_minor',
    from: 'api.transfer_reversal due',
    where: 'due.next_payout_id IS NULL',
  },
  {
    kind: 'repayment',
    id: 'due.id',
    earnings: 'due.amount_minor',
    tax: '0',
    from: 'api.bank_receipt due',
    where: 'due.agency_id IS NOT NULL AND due.payout_id IS NULL',
  },
];
