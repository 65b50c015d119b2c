import { Module } from '@nestjs/common';
import { CatalogueModule } from '../catalogue/catalogue.module.js';
import { ResultWaiterModule } from '../result-waiter/result-waiter.module.js';
import { AskDutySuggestions } from './ask-duty-suggestions.js';
import { DutiesSuggestedProjection } from './duties-suggested.projection.js';
import { DutySuggestionStore } from './duty-suggestion.store.js';
import { DutySuggestionsController } from './duty-suggestions.controller.js';
import { PreviewSuggestionsController } from './preview-suggestions.controller.js';

@Module({
  imports: [ResultWaiterModule, CatalogueModule],
  controllers: [DutySuggestionsController, PreviewSuggestionsController],
  providers: [AskDutySuggestions, DutiesSuggestedProjection, DutySuggestionStore],
  exports: [AskDutySuggestions],
})
export class DutySuggestionsModule {}
