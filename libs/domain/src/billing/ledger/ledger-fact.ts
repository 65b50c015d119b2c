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
  /** Of a receipt that was another's before; the receipt's own id otherwise. */
  readonly assignmentId?: string;
  readonly businessId: BusinessId;
  readonly amount: Money;
}

/** A receipt was not of that business after all: it is nobody's again. */
export interface ReceiptUnassignedFact {
  readonly type: 'receiptUnassigned';
  /** The assignment that is taken back. */
  readonly assignmentId: string;
  readonly businessId: BusinessId;
  readonly amount: Money;
}

/** An agency has paid back what it owed, since more was taken back of it than it had earned: a receipt turned out to be of it. */
export interface AgencyPaidBackFact {
  readonly type: 'agencyPaidBack';
  readonly receiptId: string;
  /** Of a receipt that was another's before; the receipt's own id otherwise. */
  readonly assignmentId?: string;
  readonly agencyId: AgencyId;
  readonly amount: Money;
}

/** The receipt was not of that agency after all: it is nobody's again. */
export interface AgencyRepaymentUndoneFact {
  readonly type: 'agencyRepaymentUndone';
  /** The assignment that is taken back. */
  readonly assignmentId: string;
  readonly agencyId: AgencyId;
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

/** A part of what a business has paid ahead is kept for time that it has booked. */
export interface FundsHeldFact {
  readonly type: 'fundsHeld';
  /** What was kept or let go at one time has an id of its own. */
  readonly changeId: string;
  readonly businessId: BusinessId;
  readonly amount: Money;
}

/** It isn't kept any more: it is charged in this moment, or the time was called off, or is over. */
export interface FundsReleasedFact extends Omit<FundsHeldFact, 'type'> {
  readonly type: 'fundsReleased';
}

/** It isn't kept any more, because the assistant is away in the time that it was for. */
export interface AbsenceCreditedFact extends Omit<FundsHeldFact, 'type'> {
  readonly type: 'absenceCredited';
}

interface RefundOf {
  readonly refundId: string;
  readonly businessId: BusinessId;
  readonly amount: Money;
}

/** A business wants back what it has paid ahead, or a part of it. */
export interface RefundAskedFact extends RefundOf {
  readonly type: 'refundAsked';
}

/** The business has thought better of it. */
export interface RefundWithdrawnFact extends RefundOf {
  readonly type: 'refundWithdrawn';
}

/** A refund has left for the business's bank account. */
export interface RefundSentFact extends RefundOf {
  readonly type: 'refundSent';
}

/** The bank sent a refund back: it is the business's prepaid money again. */
export interface RefundReturnedFact extends RefundOf {
  readonly type: 'refundReturned';
}

interface DisputedEarnings {
  /** What one dispute keeps back has an id of its own for each invoice. */
  readonly holdId: string;
  readonly agencyId: AgencyId;
  readonly earnings: Money;
  readonly tax: Money;
}

/** What an agency has earned by an invoice is in dispute, and stays where it is. */
export interface DisputeHeldFact extends DisputedEarnings {
  readonly type: 'disputeHeld';
}

/** The dispute is settled: it is the agency's again, and what the decision takes back of it, a credit note takes. */
export interface DisputeSettledFact extends DisputedEarnings {
  readonly type: 'disputeSettled';
}

interface ReminderFee {
  readonly feeId: string;
  readonly businessId: BusinessId;
  readonly amount: Money;
}

/** A business owes its agency for a reminder, as they have agreed. */
export interface ReminderFeeChargedFact extends ReminderFee {
  readonly type: 'reminderFeeCharged';
  readonly agencyId: AgencyId;
}

/** The business's money has paid the fee of a reminder. */
export interface ReminderFeePaidFact extends ReminderFee {
  readonly type: 'reminderFeePaid';
}

/** The fee isn't owed any more: the agency waives it, or the invoice was taken back whole. */
export interface ReminderFeeWaivedFact extends ReminderFee {
  readonly type: 'reminderFeeWaived';
  readonly agencyId: AgencyId;
  /** It is the business's prepaid money again then. */
  readonly isPaid: boolean;
}

/** The bank has taken something for keeping the marketplace's account. */
export interface BankFeeChargedFact {
  readonly type: 'bankFeeCharged';
  readonly feeId: string;
  readonly amount: Money;
}

/** A business has paid by card: the payment service has the money. */
export interface CardPaymentReceivedFact {
  readonly type: 'cardPaymentReceived';
  readonly paymentId: string;
  readonly businessId: BusinessId;
  readonly amount: Money;
}

/** The payment service has taken something for a payment. */
export interface ServiceFeeChargedFact {
  readonly type: 'serviceFeeCharged';
  readonly feeId: string;
  readonly amount: Money;
}

/** The payment service has given back what it had taken for a payment that was disputed. */
export interface ServiceFeeReturnedFact {
  readonly type: 'serviceFeeReturned';
  readonly feeId: string;
  readonly amount: Money;
}

/** A refund has gone back to the card that had paid. */
export interface CardRefundSentFact extends RefundOf {
  readonly type: 'cardRefundSent';
}

/** The card didn't take it: it is the business's prepaid money again. */
export interface CardRefundReturnedFact extends RefundOf {
  readonly type: 'cardRefundReturned';
}

interface Chargeback {
  readonly chargebackId: string;
  readonly businessId: BusinessId;
  readonly amount: Money;
}

/** The holder of a card has disputed a payment, and the payment service has taken the money back. */
export interface ChargebackTakenFact extends Chargeback {
  readonly type: 'chargebackTaken';
}

/** It was found to be right, and the payment service has given the money back. */
export interface ChargebackWonFact extends Chargeback {
  readonly type: 'chargebackWon';
}

/** An agency's earnings, with the tax that it declares, have gone to its account at the payment service. */
export interface PayoutTransferredFact extends Omit<PayoutSentFact, 'type'> {
  readonly type: 'payoutTransferred';
}

/** They came back from there: they are owed again. */
export interface TransferReversedFact extends Omit<PayoutSentFact, 'type'> {
  readonly type: 'transferReversed';
}

/** A part of them came back: it is owed again beside what stays there. */
export interface TransferPartlyReversedFact {
  readonly type: 'transferPartlyReversed';
  /** Each part has an id of its own. */
  readonly reversalId: string;
  readonly agencyId: AgencyId;
  readonly earnings: Money;
  readonly tax: Money;
}

/** A receipt turned out to be what the payment service has passed on to the marketplace's bank account. */
export interface ServiceSettledFact {
  readonly type: 'serviceSettled';
  readonly receiptId: string;
  readonly amount: Money;
}

/** Everything in the life of the marketplace that moves money in its books. */
export type LedgerFact =
  | InvoiceIssuedFact
  | CreditNoteIssuedFact
  | InvoicePaidFact
  | ReceiptBookedFact
  | ReceiptAssignedFact
  | ReceiptUnassignedFact
  | AgencyPaidBackFact
  | AgencyRepaymentUndoneFact
  | PayoutSentFact
  | PayoutReturnedFact
  | FundsHeldFact
  | FundsReleasedFact
  | AbsenceCreditedFact
  | RefundAskedFact
  | RefundWithdrawnFact
  | RefundSentFact
  | RefundReturnedFact
  | DisputeHeldFact
  | DisputeSettledFact
  | ReminderFeeChargedFact
  | ReminderFeePaidFact
  | ReminderFeeWaivedFact
  | BankFeeChargedFact
  | CardPaymentReceivedFact
  | ServiceFeeChargedFact
  | ServiceFeeReturnedFact
  | CardRefundSentFact
  | CardRefundReturnedFact
  | ChargebackTakenFact
  | ChargebackWonFact
  | PayoutTransferredFact
  | TransferReversedFact
  | TransferPartlyReversedFact
  | ServiceSettledFact;

export type LedgerFactType = LedgerFact['type'];
