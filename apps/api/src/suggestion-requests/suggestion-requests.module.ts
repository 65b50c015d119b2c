import { Module } from '@nestjs/common';
import { AgreementsModule } from '../agreements/agreements.module.js';
import { NeedsModule } from '../needs/needs.module.js';
import { ResponseTimeModule } from '../response-time/response-time.module.js';
import { SuggestionsModule } from '../suggestions/suggestions.module.js';
import { WorkRecordsModule } from '../work-records/work-records.module.js';
import { AskForSuggestionsHandler } from './ask-for-suggestions.js';
import { MoveRequestHandler } from './move-request.js';
import { SuggestionRequestReads } from './suggestion-request-reads.js';
import { SuggestionRequestsController } from './suggestion-requests.controller.js';
import { TakeUpSuggestionsHandler } from './take-up-suggestions.js';

@Module({
  imports: [AgreementsModule, NeedsModule, ResponseTimeModule, SuggestionsModule, WorkRecordsModule],
  controllers: [SuggestionRequestsController],
  providers: [SuggestionRequestReads, AskForSuggestionsHandler, MoveRequestHandler, TakeUpSuggestionsHandler],
})
export class SuggestionRequestsModule {}
