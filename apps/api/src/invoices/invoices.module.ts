import { Module } from '@nestjs/common';
import { AgreementsModule } from '../agreements/agreements.module.js';
import { EngagementRecordsModule } from '../engagements/engagement-records.module.js';
import { InvoiceStore } from './invoice.store.js';
import { InvoicesController } from './invoices.controller.js';
import { IssueInvoiceHandler } from './issue-invoice.js';

@Module({
  imports: [AgreementsModule, EngagementRecordsModule],
  controllers: [InvoicesController],
  providers: [InvoiceStore, IssueInvoiceHandler],
})
export class InvoicesModule {}
