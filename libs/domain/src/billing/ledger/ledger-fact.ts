import type { AgencyId, BusinessId, CreditNoteId, InvoiceId } from '../../ids.js';
import type { Money } from '../money/money.js';

interface Amounts {
  readonly subtotal: Money;
  readonly commission: Money;
  readonly tax: Money;
  readonly total: Money;
}

/** What an invoice charges, to whom and for whom. */
export interface InvoiceIssuedFact extends Amounts {
  readonly type: 'invoiceIssued';
  readonly invoiceId: InvoiceId;
  readonly agencyId: AgencyId;
  readonly businessId: BusinessId;
}

/** What was charged is taken back: it isn't owed any more, or where it was paid it is the business's prepaid money again. */
export interface CreditNoteIssuedFact extends Amounts {
  readonly type: 'creditNoteIssued';
  readonly creditNoteId: CreditNoteId;
  readonly agencyId: AgencyId;
  readonly businessId: BusinessId;
  readonly invoiceIsPaid: boolean;
}

/** The business's money has paid an invoice, whole. */
export interface InvoicePaidFact {
  readonly type: 'invoicePaid';
  readonly invoiceId: InvoiceId;
  readonly businessId: BusinessId;
  readonly total: Money;
}

/** A credit has come into the marketplace's bank account; nobody has said yet whose it is. */
export interface ReceiptBookedFact {
  readonly type: 'receiptBooked';
  readonly receiptId: string;
  readonly amount: Money;
}

/** A receipt turned out to be of a business. */
export interface ReceiptAssignedFact {
  readonly type: 'receiptAssigned';
  readonly receiptId: string;
  readonly businessId: BusinessId;
  readonly amount: Money;
}

/** An agency's earnings, with the tax that it declares, have left for its bank account. */
export interface PayoutSentFact {
  readonly type: 'payoutSent';
  readonly payoutId: string;
  readonly agencyId: AgencyId;
  readonly earnings: Money;
  readonly tax: Money;
}

/** The bank sent a payout back: it is owed again. */
export interface PayoutReturnedFact {
  readonly type: 'payoutReturned';
  readonly payoutId: string;
  readonly agencyId: AgencyId;
  readonly earnings: Money;
  readonly tax: Money;
}

/** Everything in the life of the marketplace that moves money in its books. */
export type LedgerFact =
  | InvoiceIssuedFact
  | CreditNoteIssuedFact
  | InvoicePaidFact
  | ReceiptBookedFact
  | ReceiptAssignedFact
  | PayoutSentFact
  | PayoutReturnedFact;

export type LedgerFactType = LedgerFact['type'];
