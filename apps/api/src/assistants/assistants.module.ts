import { Module } from '@nestjs/common';
import { AgenciesModule } from '../agencies/agencies.module.js';
import { CatalogueModule } from '../catalogue/catalogue.module.js';
import { AssistantContexts } from './assistant-contexts.js';
import { AssistantStore } from './assistant.store.js';
import { AssistantsController } from './assistants.controller.js';
import { ComparisonRates } from './comparison-rates.js';
import { DraftAssistantHandler } from './draft-assistant.js';
import { EditAssistantHandler } from './edit-assistant.js';
import { ImportRosterHandler } from './import-roster.js';
import { MoveAssistantHandler } from './move-assistant.js';
import { PublishedAgenciesController } from './published-agencies.controller.js';
import { PublishedAssistantsController } from './published-assistants.controller.js';
import { Qualification } from './qualification.js';
import { ReadinessReader } from './readiness-reader.js';
import { RosterController } from './roster.controller.js';
import { RosterReader } from './roster-reader.js';
import { SearchPublished } from './search-published.js';
import { VisibleAssistants } from './visible-assistants.js';

@Module({
  imports: [AgenciesModule, CatalogueModule],
  // The fixed paths before `:id`, which would take `published` for an id.
  controllers: [RosterController, PublishedAgenciesController, PublishedAssistantsController, AssistantsController],
  providers: [
    AssistantStore,
    AssistantContexts,
    ComparisonRates,
    Qualification,
    ReadinessReader,
    SearchPublished,
    VisibleAssistants,
    RosterReader,
    DraftAssistantHandler,
    EditAssistantHandler,
    MoveAssistantHandler,
    ImportRosterHandler,
  ],
  exports: [AssistantStore, Qualification, ReadinessReader, SearchPublished, VisibleAssistants],
})
export class AssistantsModule {}
