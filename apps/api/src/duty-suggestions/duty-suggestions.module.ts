import { Module } from '@nestjs/common';
import { ArrivalsModule } from '../arrivals/arrivals.module.js';
import { CatalogueModule } from '../catalogue/catalogue.module.js';
import { AskDutySuggestions } from './ask-duty-suggestions.js';
import { DutiesSuggestedProjection } from './duties-suggested.projection.js';
import { DutySuggestionStore } from './duty-suggestion.store.js';
import { DutySuggestionsController } from './duty-suggestions.controller.js';

@Module({
  imports: [ArrivalsModule, CatalogueModule],
  controllers: [DutySuggestionsController],
  providers: [AskDutySuggestions, DutiesSuggestedProjection, DutySuggestionStore],
  exports: [AskDutySuggestions],
})
export class DutySuggestionsModule {}
