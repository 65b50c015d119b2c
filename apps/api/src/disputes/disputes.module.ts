import { Module } from '@nestjs/common';
import { FilesModule } from '../files/files.module.js';
import { InvoicesModule } from '../invoices/invoices.module.js';
import { TimeEntriesModule } from '../time-entries/time-entries.module.js';
import { WorkRecordsModule } from '../work-records/work-records.module.js';
import { AnswerDisputeHandler } from './answer-dispute.js';
import { DisputeEvidence } from './dispute-evidence.js';
import { DisputeSettling } from './dispute-settling.js';
import { DisputedSubjects } from './disputed-subjects.js';
import { DisputeStore } from './dispute.store.js';
import { DisputesController } from './disputes.controller.js';
import { EndDisputeHandler } from './end-dispute.js';
import { LapsedAnswers } from './lapsed-answers.js';
import { OpenDisputeHandler } from './open-dispute.js';
import { SettleDisputeHandler } from './settle-dispute.js';

@Module({
  imports: [FilesModule, InvoicesModule, TimeEntriesModule, WorkRecordsModule],
  controllers: [DisputesController],
  providers: [
    DisputeStore,
    DisputeEvidence,
    DisputedSubjects,
    DisputeSettling,
    LapsedAnswers,
    OpenDisputeHandler,
    AnswerDisputeHandler,
    EndDisputeHandler,
    SettleDisputeHandler,
  ],
})
export class DisputesModule {}
