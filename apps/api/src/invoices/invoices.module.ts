import { Module } from '@nestjs/common';
import { AgreementsModule } from '../agreements/agreements.module.js';
import { BookingsModule } from '../bookings/bookings.module.js';
import { WorkRecordsModule } from '../work-records/work-records.module.js';
import { InvoiceStore } from './invoice.store.js';
import { InvoicesController } from './invoices.controller.js';
import { IssueInvoiceHandler } from './issue-invoice.js';

@Module({
  imports: [AgreementsModule, BookingsModule, WorkRecordsModule],
  controllers: [InvoicesController],
  providers: [InvoiceStore, IssueInvoiceHandler],
})
export class InvoicesModule {}
