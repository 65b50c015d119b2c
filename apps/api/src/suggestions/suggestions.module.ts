import { Module } from '@nestjs/common';
import { SuggestionEffectStore } from './suggestion-effect.store.js';
import { SuggestionRequestStore } from './suggestion-request.store.js';

const stores = [SuggestionRequestStore, SuggestionEffectStore];

/** Suggestions as they are kept: proposals have a say in them, too. */
@Module({ providers: stores, exports: stores })
export class SuggestionsModule {}
