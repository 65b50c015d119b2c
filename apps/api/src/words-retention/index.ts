import type { Feature } from '../feature.js';
import { WordsRetention1796059064000 } from '../migrations/1796059064000-words-retention.js';
import { WordsRetentionModule } from './words-retention.module.js';

export const wordsRetention: Feature = { module: WordsRetentionModule, migrations: [WordsRetention1796059064000] };
