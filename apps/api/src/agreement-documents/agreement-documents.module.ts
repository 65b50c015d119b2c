import { Module } from '@nestjs/common';
import { AgreementsModule } from '../agreements/agreements.module.js';
import { AssistantsModule } from '../assistants/assistants.module.js';
import { InvoicesModule } from '../invoices/invoices.module.js';
import { WorkRecordsModule } from '../work-records/work-records.module.js';
import { ClearancesModule } from '../clearances/clearances.module.js';
import { TrainingModule } from '../training/training.module.js';
import { AgreementChanges } from './agreement-changes.js';
import { AgreementDocumentsController } from './agreement-documents.controller.js';
import { DueDiligence } from './due-diligence.js';
import { ResponsibilityMatrix } from './responsibility-matrix.js';

@Module({
  imports: [AgreementsModule, AssistantsModule, ClearancesModule, InvoicesModule, TrainingModule, WorkRecordsModule],
  controllers: [AgreementDocumentsController],
  providers: [AgreementChanges, DueDiligence, ResponsibilityMatrix],
})
export class AgreementDocumentsModule {}
