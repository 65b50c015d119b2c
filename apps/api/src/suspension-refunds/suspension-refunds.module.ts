import { Module } from '@nestjs/common';
import { AgreementsModule } from '../agreements/agreements.module.js';
import { BookedFundsModule } from '../booked-funds/booked-funds.module.js';
import { BookingsModule } from '../bookings/bookings.module.js';
import { HourPacksModule } from '../hour-packs/hour-packs.module.js';
import { InvoicesModule } from '../invoices/invoices.module.js';
import { LedgerModule } from '../ledger/ledger.module.js';
import { RefundsModule } from '../refunds/refunds.module.js';
import { WorkRecordsModule } from '../work-records/work-records.module.js';
import { RefundingUnused } from './refunding-unused.js';
import { SuspensionRefundStore } from './suspension-refund.store.js';
import { SuspensionRefundsController } from './suspension-refunds.controller.js';
import { UnusedFunds } from './unused-funds.js';

@Module({
  imports: [
    AgreementsModule,
    BookedFundsModule,
    BookingsModule,
    HourPacksModule,
    InvoicesModule,
    LedgerModule,
    RefundsModule,
    WorkRecordsModule,
  ],
  controllers: [SuspensionRefundsController],
  providers: [RefundingUnused, SuspensionRefundStore, UnusedFunds],
})
export class SuspensionRefundsModule {}
