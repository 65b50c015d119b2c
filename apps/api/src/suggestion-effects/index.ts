import type { Feature } from '../feature.js';
import { SuggestionEffectsModule } from './suggestion-effects.module.js';

export const suggestionEffects: Feature = { module: SuggestionEffectsModule };
