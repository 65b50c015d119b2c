import { Module } from '@nestjs/common';
import { InvoicesModule } from '../invoices/invoices.module.js';
import { LedgerModule } from '../ledger/ledger.module.js';
import { DunningController } from './dunning.controller.js';
import { DunningStore } from './dunning.store.js';
import { DunningSweep } from './dunning-sweep.js';

@Module({
  imports: [InvoicesModule, LedgerModule],
  controllers: [DunningController],
  providers: [DunningStore, DunningSweep],
})
export class DunningModule {}
