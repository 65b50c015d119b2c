import { Module } from '@nestjs/common';
import { FilesModule } from '../files/files.module.js';
import { WorkRecordsModule } from '../work-records/work-records.module.js';
import { WordsRetentionController } from './words-retention.controller.js';
import { WordsRetentionStore } from './words-retention.store.js';
import { WordsRetentionSweep } from './words-retention-sweep.js';

@Module({
  imports: [FilesModule, WorkRecordsModule],
  controllers: [WordsRetentionController],
  providers: [WordsRetentionStore, WordsRetentionSweep],
})
export class WordsRetentionModule {}
