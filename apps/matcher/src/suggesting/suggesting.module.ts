import { Module } from '@nestjs/common';
import { CorrectionStore } from './correction.store.js';
import { Suggester } from './suggester.js';
import { WordsAsked } from './words-asked.js';

@Module({ providers: [CorrectionStore, Suggester, WordsAsked] })
export class SuggestingModule {}
