import { Module } from '@nestjs/common';
import { AgreementsModule } from '../agreements/agreements.module.js';
import { type ApiSettings, apiSettingsToken } from '../api-settings.js';
import { BookedFundsModule } from '../booked-funds/booked-funds.module.js';
import { BookingsModule } from '../bookings/bookings.module.js';
import { LedgerModule } from '../ledger/ledger.module.js';
import { TimeEntriesModule } from '../time-entries/time-entries.module.js';
import { WorkRecordsModule } from '../work-records/work-records.module.js';
import { CreditNoteIssuing } from './credit-note-issuing.js';
import { CreditNoteStore } from './credit-note.store.js';
import { CreditNotesController } from './credit-notes.controller.js';
import { DisputeFunds } from './dispute-funds.js';
import { DocumentNumbers } from './document-numbers.js';
import { InvoiceDocumentsController } from './invoice-documents.controller.js';
import { IssueCreditNoteHandler } from './issue-credit-note.js';
import { NumberingController } from './numbering.controller.js';
import { InvoicePapers } from './invoice-papers.js';
import { InvoicePayments } from './invoice-payments.js';
import { InvoiceStore } from './invoice.store.js';
import { InvoicesController } from './invoices.controller.js';
import { IssueInvoiceHandler } from './issue-invoice.js';
import { ReminderFees } from './reminder-fees.js';
import { BillingRecordFiles, BillingRecordSending } from './verifactu/billing-record-sending.js';
import { SendBillingRecords } from './verifactu/send-billing-records.js';
import { BillingRecords } from './verifactu/billing-records.js';

@Module({
  imports: [AgreementsModule, BookedFundsModule, BookingsModule, LedgerModule, TimeEntriesModule, WorkRecordsModule],
  controllers: [CreditNotesController, InvoiceDocumentsController, InvoicesController, NumberingController],
  providers: [
    CreditNoteIssuing,
    BillingRecords,
    CreditNoteStore,
    DisputeFunds,
    DocumentNumbers,
    InvoicePapers,
    InvoicePayments,
    InvoiceStore,
    ReminderFees,
    IssueCreditNoteHandler,
    IssueInvoiceHandler,
    SendBillingRecords,
    {
      provide: BillingRecordSending,
      useFactory: ({ files }: ApiSettings): BillingRecordSending =>
        new BillingRecordFiles(files.store, files.spoolFolder),
      inject: [apiSettingsToken],
    },
  ],
  exports: [CreditNoteIssuing, DisputeFunds, InvoicePapers, InvoicePayments, InvoiceStore, ReminderFees],
})
export class InvoicesModule {}
