import { Module } from '@nestjs/common';
import { AgenciesModule } from '../agencies/agencies.module.js';
import { AssistantsModule } from '../assistants/assistants.module.js';
import { BusinessesModule } from '../businesses/businesses.module.js';
import { CatalogueModule } from '../catalogue/catalogue.module.js';
import { CommissionModule } from '../commission/commission.module.js';
import { NeedsModule } from '../needs/needs.module.js';
import { SuggestionsModule } from '../suggestions/suggestions.module.js';
import { WorkRecordsModule } from '../work-records/work-records.module.js';
import { AcceptAgreementHandler } from './accept-agreement.js';
import { AgreementDrafting } from './agreement-drafting.js';
import { AgreementParties } from './agreement-parties.js';
import { AgreementReads } from './agreement-reads.js';
import { AgreementStore } from './agreement.store.js';
import { AgreementsController } from './agreements.controller.js';
import { DraftInstantAgreementHandler } from './draft-instant-agreement.js';
import { ReviseAgreementHandler } from './revise-agreement.js';
import { WithdrawAgreementHandler } from './withdraw-agreement.js';

@Module({
  imports: [
    AgenciesModule,
    BusinessesModule,
    CatalogueModule,
    CommissionModule,
    AssistantsModule,
    NeedsModule,
    SuggestionsModule,
    WorkRecordsModule,
  ],
  controllers: [AgreementsController],
  providers: [
    AgreementStore,
    AgreementParties,
    AgreementDrafting,
    AgreementReads,
    DraftInstantAgreementHandler,
    ReviseAgreementHandler,
    AcceptAgreementHandler,
    WithdrawAgreementHandler,
  ],
  exports: [AgreementStore, AgreementDrafting, AgreementParties, AgreementReads],
})
export class AgreementsModule {}
