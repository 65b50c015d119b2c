import { Module } from '@nestjs/common';
import { CatalogueModule } from '../catalogue/catalogue.module.js';
import { CorrectionStore } from './correction.store.js';
import { Suggester } from './suggester.js';
import { WordsAsked } from './words-asked.js';

@Module({ imports: [CatalogueModule], providers: [CorrectionStore, Suggester, WordsAsked] })
export class SuggestingModule {}
