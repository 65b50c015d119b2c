import type { Feature } from '../feature.js';
import { Suggestions1796046000000 } from '../migrations/1796046000000-suggestions.js';
import { SuggestionEffectRow } from './suggestion-effect.row.js';
import { SuggestionRequestRow } from './suggestion-request.row.js';
import { SuggestionsModule } from './suggestions.module.js';

export const suggestions: Feature = {
  module: SuggestionsModule,
  rows: [SuggestionRequestRow, SuggestionEffectRow],
  migrations: [Suggestions1796046000000],
};
