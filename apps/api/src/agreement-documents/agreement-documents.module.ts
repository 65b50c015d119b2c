import { Module } from '@nestjs/common';
import { AgreementsModule } from '../agreements/agreements.module.js';
import { AssistantsModule } from '../assistants/assistants.module.js';
import { InvoicesModule } from '../invoices/invoices.module.js';
import { WorkRecordsModule } from '../work-records/work-records.module.js';
import { AgreementChanges } from './agreement-changes.js';
import { AgreementDocumentsController } from './agreement-documents.controller.js';
import { ResponsibilityMatrix } from './responsibility-matrix.js';

@Module({
  imports: [AgreementsModule, AssistantsModule, InvoicesModule, WorkRecordsModule],
  controllers: [AgreementDocumentsController],
  providers: [AgreementChanges, ResponsibilityMatrix],
})
export class AgreementDocumentsModule {}
