import { errorTable } from './error-table.js';

/** Refusals of receipts, statements and payouts. */
export const paymentErrors = errorTable({
  400: {
    'refund.bad-amount': 'A refund is of more than nothing',
    'statement.unreadable': 'The file is no statement that can be read',
    'statement.unknown-column': 'A column of the statement is not known, or there twice',
    'statement.missing-column': 'The statement lacks a column',
    'statement.too-many-entries': 'The statement has too many entries',
    'statement.bad-amount': 'The amount of an entry is no amount of its currency',
    'statement.bad-date': 'The date of an entry is no date',
    'statement.no-reference': 'An entry has no reference of the bank',
    'statement.bad-text': 'A text of an entry is too long, or holds what is no text',
  },
  404: {
    'bank-fee.no-debit': 'No statement has such a debit',
    'receipt.not-found': 'There is no such receipt',
    'receipt.unknown-business': 'There is no such business',
    'receipt.unknown-agency': 'There is no such agency',
    'refund.not-found': 'There is no such refund',
    'payout.not-found': 'There is no such payout',
    'payout-batch.not-found': 'There is no such batch of payouts',
    'bank-account.not-found': 'The agency has named no bank account',
  },
  409: {
    'bank-fee.already-noted': 'The debit is noted as a fee already',
    'bank-fee.own-transfer': 'The debit is a payout or refund that the marketplace ordered',
    'receipt.not-assigned': 'The receipt is nobody’s',
    'receipt.spent': 'The business has spent the money already',
    'receipt.agency-owes-nothing': 'The agency owes nothing in the currency of the receipt',
    'receipt.paid-out': 'What the agency has paid back is settled by a payout already',
    'receipt.already-assigned': 'The receipt is assigned already',
    'payout.nothing-due': 'Nothing that is owed to an agency with an account waits for a payout',
    'payout.comes-to-nothing':
      'The payout comes to nothing: there is nothing to transfer, and nothing that could come back',
    'payout.already-sent': 'The payouts were sent already',
    'payout.no-account': 'The marketplace has named no bank account of its own',
    'refund.beyond-unused': 'The business has less money that is neither kept for booked time nor owed',
    'refund.not-waiting': 'The refund was withdrawn, or the bank was told of it already',
    'refund.not-sent': 'Only a refund that was sent can come back',
    'refund.nothing-due': 'No refund of that currency waits for the bank',
    'payout.not-sent': 'Only a payout that was sent can come back',
  },
});
