import { scopeOf } from '#access';
import { type CreditNote, type CreditNoteId, decideCreditNote, type Money } from '#domain';
import type { Database, Versioned } from '#platform/database';
import { Inject } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { AgreementStore } from '../agreements/agreement.store.js';
import { apiDatabase } from '../api-database.js';
import type { Call } from '../call.js';
import { commandOf } from '../command-of.js';
import { LedgerBook } from '../ledger/ledger-book.js';
import { CreditNoteStore } from './credit-note.store.js';
import { DocumentNumbers } from './document-numbers.js';
import { InvoicePayments } from './invoice-payments.js';
import { InvoiceStore } from './invoice.store.js';
import { zoneOf } from './issue-invoice.js';

export class IssueCreditNote extends commandOf<
  Call & { creditNoteId: CreditNoteId; invoiceId: string; amount: Money | null; reason: string },
  Versioned<CreditNote>
>() {}

/** The agency takes an invoice back, wholly or in part; the invoice stays as it is. */
@CommandHandler(IssueCreditNote)
export class IssueCreditNoteHandler implements ICommandHandler<IssueCreditNote> {
  constructor(
    @Inject(apiDatabase) private readonly database: Database,
    private readonly agreements: AgreementStore,
    private readonly invoices: InvoiceStore,
    private readonly creditNotes: CreditNoteStore,
    private readonly numbers: DocumentNumbers,
    private readonly payments: InvoicePayments,
    private readonly ledger: LedgerBook,
  ) {}

  execute({ actor, creditNoteId, invoiceId, amount, reason, now }: IssueCreditNote): Promise<Versioned<CreditNote>> {
    const scope = scopeOf(actor);
    return this.database.transaction(scope, async () => {
      const { state: invoice } = await this.invoices.load(scope, invoiceId);
      await this.ledger.takeTurn(invoice.businessId);
      const { state: agreement } = await this.agreements.load(scope, invoice.agreementId);
      const before = await this.creditNotes.ofInvoice(scope, invoiceId);
      const at = { zone: zoneOf(agreement), now };
      const numbered = await this.numbers.next(invoice.agencyId, 'credit-note', at);
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
      return this.creditNotes.create(scope, creditNoteId, facts, (_tx, creditNote) => this.payments.credit(creditNote));
    });
  }
}
