import { Module } from '@nestjs/common';
import { ArchivesModule } from '../archives/archives.module.js';
import { FilesModule } from '../files/files.module.js';
import { InvoicesModule } from '../invoices/invoices.module.js';
import { RecordsModule } from '../records/records.module.js';
import { ResultWaiterModule } from '../result-waiter/result-waiter.module.js';
import { AskTaxPackHandler } from './ask-tax-pack.js';
import { CancelTaxPackHandler } from './cancel-tax-pack.js';
import { PackData } from './pack-data.js';
import { PackMaking } from './pack-making.js';
import { PackPapers } from './pack-papers.js';
import { ReadableTaxPackGuard } from './readable-tax-pack.guard.js';
import { TaxPackStore } from './tax-pack.store.js';
import { TaxPacksController } from './tax-packs.controller.js';

@Module({
  imports: [ArchivesModule, FilesModule, InvoicesModule, RecordsModule, ResultWaiterModule],
  controllers: [TaxPacksController],
  providers: [
    TaxPackStore,
    PackData,
    PackMaking,
    PackPapers,
    ReadableTaxPackGuard,
    AskTaxPackHandler,
    CancelTaxPackHandler,
  ],
})
export class TaxPacksModule {}
