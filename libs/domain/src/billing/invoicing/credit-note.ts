import type { AgencyId, AgreementId, BusinessId, CreditNoteId, InvoiceId } from '../../ids.js';
import type { LegalParties } from '../../organisation/legal-party.js';
import type { Money } from '../money/money.js';
import type { Invoice } from './invoice.js';

/** What takes an invoice back, wholly or in part. It never changes, and the invoice stays as it was issued. */
export interface CreditNote {
  readonly creditNoteId: CreditNoteId;
  /** Gapless per issuer, series and year, in a series of its own. */
  readonly number: string;
  readonly invoiceId: InvoiceId;
  readonly invoiceNumber: string;
  readonly invoiceIssuedOn: string;
  readonly agreementId: AgreementId;
  readonly agencyId: AgencyId;
  readonly businessId: BusinessId;
  readonly parties: LegalParties | null;
  /** In words, for both sides. */
  readonly reason: string;
  /** Of the invoice's subtotal. */
  readonly subtotal: Money;
  readonly commission: Money;
  readonly taxBps: number;
  readonly taxNote: string;
  readonly tax: Money;
  readonly total: Money;
  /** Local date in the issuer's zone. */
  readonly issuedOn: string;
  readonly issuedAt: string;
}

export interface IssueCreditNote {
  readonly type: 'issueCreditNote';
  readonly creditNoteId: CreditNoteId;
  readonly number: string;
  readonly invoice: Invoice;
  /** Those that the invoice has. */
  readonly before: readonly CreditNote[];
  /** What is taken back of the subtotal; null for all that is left. */
  readonly amount: Money | null;
  readonly reason: string;
  readonly issuedOn: string;
  readonly now: string;
}

export type CreditNoteIssued = { readonly type: 'creditNoteIssued'; readonly creditNote: CreditNote };
export type CreditNoteFact = CreditNoteIssued;
