import { type CreditNote, type CreditNoteId, decideCreditNote, type Money } from '#domain';
import type { Scope, Versioned } from '#platform/database';
import { Injectable } from '@nestjs/common';
import { AgreementStore } from '../agreements/agreement.store.js';
import { ApiDatabase } from '../api-database.js';
import { LedgerBook } from '../ledger/ledger-book.js';
import { CreditNoteStore } from './credit-note.store.js';
import { DocumentNumbers } from './document-numbers.js';
import { InvoicePayments } from './invoice-payments.js';
import { InvoiceStore } from './invoice.store.js';
import { zoneOf } from './issue-invoice.js';
import { BillingRecords } from './verifactu/billing-records.js';

/** What is taken back of which invoice, and why. */
export interface CreditToGive {
  readonly creditNoteId: CreditNoteId;
  readonly invoiceId: string;
  /** Of its subtotal; null for all that is left. */
  readonly amount: Money | null;
  readonly reason: string;
  readonly now: string;
}

/** Takes invoices back, wholly or in part, for whoever may: their agency, and what is decided in a dispute. */
@Injectable()
export class CreditNoteIssuing {
  constructor(
    private readonly database: ApiDatabase,
    private readonly agreements: AgreementStore,
    private readonly invoices: InvoiceStore,
    private readonly creditNotes: CreditNoteStore,
    private readonly numbers: DocumentNumbers,
    private readonly payments: InvoicePayments,
    private readonly ledger: LedgerBook,
    private readonly billing: BillingRecords,
  ) {}

  /** Those that an invoice has, the oldest first. */
  ofInvoice(scope: Scope, invoiceId: string): Promise<CreditNote[]> {
    return this.creditNotes.ofInvoice(scope, invoiceId);
  }

  /** @throws DomainError `credit-note.*`, `invoice.not-found` */
  issue(scope: Scope, { creditNoteId, invoiceId, now, ...said }: CreditToGive): Promise<Versioned<CreditNote>> {
    return this.database.transaction(scope, async () => {
      const { state: invoice } = await this.invoices.load(scope, invoiceId);
      await this.ledger.takeTurn(invoice.businessId);
      const { state: agreement } = await this.agreements.load(scope, invoice.agreementId);
      const before = await this.creditNotes.ofInvoice(scope, invoiceId);
      const numbered = await this.numbers.next(invoice.agencyId, 'credit-note', { zone: zoneOf(agreement), now });
      const { amount, reason } = said;
      const command = {
        type: 'issueCreditNote',
        creditNoteId,
        invoice,
        before,
        amount,
        reason,
        ...numbered,
        now,
      } as const;
      const facts = decideCreditNote(command);
      return this.creditNotes.create(scope, creditNoteId, facts, async (_tx, creditNote) => {
        await this.billing.append(creditNote, now);
        await this.payments.credit(creditNote);
      });
    });
  }
}
