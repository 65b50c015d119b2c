import { type DynamicModule, Module } from '@nestjs/common';
import { CatalogueModule } from '../catalogue/catalogue.module.js';
import { CorrectionStore } from './correction.store.js';
import { ForgettingCorrections } from './forgetting-corrections.js';
import { Suggester, type SuggesterSettings } from './suggester.js';
import { WordsAsked } from './words-asked.js';

@Module({})
export class SuggestingModule {
  static with(settings: SuggesterSettings): DynamicModule {
    return {
      module: SuggestingModule,
      imports: [CatalogueModule],
      providers: [
        CorrectionStore,
        ForgettingCorrections,
        { provide: Suggester, useFactory: () => new Suggester(settings) },
        WordsAsked,
      ],
    };
  }
}
