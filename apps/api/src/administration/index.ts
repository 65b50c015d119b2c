import type { Feature } from '../feature.js';
import { KnownDeadLetters1795390160000 } from '../migrations/1795390160000-known-dead-letters.js';
import { DiscardedDeadLetters1796008243000 } from '../migrations/1796008243000-discarded-dead-letters.js';
import { AdministrationModule } from './administration.module.js';

export const administration: Feature = {
  module: AdministrationModule,
  migrations: [KnownDeadLetters1795390160000, DiscardedDeadLetters1796008243000],
};
