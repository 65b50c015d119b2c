import { Module } from '@nestjs/common';
import { AgreementsModule } from '../agreements/agreements.module.js';
import { BookingsModule } from '../bookings/bookings.module.js';
import { LedgerModule } from '../ledger/ledger.module.js';
import { TimeEntriesModule } from '../time-entries/time-entries.module.js';
import { WorkRecordsModule } from '../work-records/work-records.module.js';
import { InvoicePayments } from './invoice-payments.js';
import { InvoiceStore } from './invoice.store.js';
import { InvoicesController } from './invoices.controller.js';
import { IssueInvoiceHandler } from './issue-invoice.js';

@Module({
  imports: [AgreementsModule, BookingsModule, LedgerModule, TimeEntriesModule, WorkRecordsModule],
  controllers: [InvoicesController],
  providers: [InvoicePayments, InvoiceStore, IssueInvoiceHandler],
  exports: [InvoicePayments, InvoiceStore],
})
export class InvoicesModule {}
