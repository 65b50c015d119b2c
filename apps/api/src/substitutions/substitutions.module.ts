import { Module } from '@nestjs/common';
import { AccessGrantsModule } from '../access-grants/access-grants.module.js';
import { AgreementsModule } from '../agreements/agreements.module.js';
import { AssistantsModule } from '../assistants/assistants.module.js';
import { BookingsModule } from '../bookings/bookings.module.js';
import { NeedsModule } from '../needs/needs.module.js';
import { WorkRecordsModule } from '../work-records/work-records.module.js';
import { AgencySuspension } from './agency-suspension.js';
import { AssistantReplacement } from './assistant-replacement.js';
import { ConsentToSubstitutionHandler } from './consent-to-substitution.js';
import { EndSubstitutionHandler } from './end-substitution.js';
import { HandoverContexts } from './handover-contexts.js';
import { ProposeSubstitutionHandler } from './propose-substitution.js';
import { ReadHandover } from './read-handover.js';
import { StartSubstitutionHandler } from './start-substitution.js';
import { SubstituteQualification } from './substitute-qualification.js';
import { SubstitutionEnding } from './substitution-ending.js';
import { SubstitutionStore } from './substitution.store.js';
import { SubstitutionsController } from './substitutions.controller.js';
import { TurnDownSubstitutionHandler } from './turn-down-substitution.js';
import { WriteHandoverHandler } from './write-handover.js';

@Module({
  imports: [AccessGrantsModule, AgreementsModule, AssistantsModule, BookingsModule, NeedsModule, WorkRecordsModule],
  controllers: [SubstitutionsController],
  providers: [
    SubstitutionStore,
    SubstituteQualification,
    HandoverContexts,
    ReadHandover,
    AssistantReplacement,
    SubstitutionEnding,
    AgencySuspension,
    ProposeSubstitutionHandler,
    WriteHandoverHandler,
    ConsentToSubstitutionHandler,
    TurnDownSubstitutionHandler,
    StartSubstitutionHandler,
    EndSubstitutionHandler,
  ],
})
export class SubstitutionsModule {}
