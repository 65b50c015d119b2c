import { Module } from '@nestjs/common';
import { WorkRecordsModule } from '../work-records/work-records.module.js';
import { CountingWork } from './counting-work.js';
import { WorkChanges } from './work-changes.js';
import { WorkScoreStore } from './work-score.store.js';

@Module({
  imports: [WorkRecordsModule],
  providers: [CountingWork, WorkChanges, WorkScoreStore],
})
export class WorkScoresModule {}
