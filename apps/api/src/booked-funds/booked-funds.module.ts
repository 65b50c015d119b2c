import { Module } from '@nestjs/common';
import { LedgerModule } from '../ledger/ledger.module.js';
import { WorkRecordsModule } from '../work-records/work-records.module.js';
import { BookedFunds } from './booked-funds.js';
import { BookedFundsStore } from './booked-funds.store.js';
import { FundsOver } from './funds-over.js';

@Module({
  imports: [LedgerModule, WorkRecordsModule],
  providers: [BookedFunds, BookedFundsStore, FundsOver],
  exports: [BookedFunds, BookedFundsStore],
})
export class BookedFundsModule {}
