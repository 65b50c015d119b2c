import { Module } from '@nestjs/common';
import { LearnedLexicon } from './learned-lexicon.js';
import { WordsAsked } from './words-asked.js';

@Module({ providers: [LearnedLexicon, WordsAsked] })
export class SuggestingModule {}
