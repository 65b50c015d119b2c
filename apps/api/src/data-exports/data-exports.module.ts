import { Module } from '@nestjs/common';
import { ArchivesModule } from '../archives/archives.module.js';
import { ResultWaiterModule } from '../result-waiter/result-waiter.module.js';
import { AskDataExportHandler } from './ask-data-export.js';
import { DataExportStore } from './data-export.store.js';
import { DataExportsController } from './data-exports.controller.js';
import { ExportMaking } from './export-making.js';
import { ExportSweep } from './export-sweep.js';
import { GatherOwnData } from './gather-own-data.js';

@Module({
  imports: [ArchivesModule, ResultWaiterModule],
  controllers: [DataExportsController],
  providers: [DataExportStore, GatherOwnData, ExportMaking, ExportSweep, AskDataExportHandler],
})
export class DataExportsModule {}
