import type { Feature } from '../feature.js';
import { DutySuggestions1795390120000 } from '../migrations/1795390120000-duty-suggestions.js';
import { DutySuggestionsModule } from './duty-suggestions.module.js';

export const dutySuggestions: Feature = { module: DutySuggestionsModule, migrations: [DutySuggestions1795390120000] };
