import type { Feature } from '../feature.js';
import { SuggestionRequestsModule } from './suggestion-requests.module.js';

export const suggestionRequests: Feature = { module: SuggestionRequestsModule };
