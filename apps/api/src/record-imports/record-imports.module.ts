import { Module } from '@nestjs/common';
import { FilesModule } from '../files/files.module.js';
import { RecordsModule } from '../records/records.module.js';
import { ApplyRulesHandler } from './apply-rules.js';
import { BankStatementReader } from './bank-statement-reader.js';
import { ImportRecordsHandler } from './import-records.js';
import { RecordImportsController } from './record-imports.controller.js';
import { RecordRuleStore } from './record-rule.store.js';
import { RecordRulesController } from './record-rules.controller.js';
import { RecordSourceStore } from './record-source.store.js';

@Module({
  imports: [FilesModule, RecordsModule],
  controllers: [RecordImportsController, RecordRulesController],
  providers: [BankStatementReader, RecordRuleStore, RecordSourceStore, ImportRecordsHandler, ApplyRulesHandler],
})
export class RecordImportsModule {}
