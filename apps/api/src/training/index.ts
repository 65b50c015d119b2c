import type { Feature } from '../feature.js';
import { Training1796025000000 } from '../migrations/1796025000000-training.js';
import { TrainingModule } from './training.module.js';
import { TrainingRow } from './training.row.js';

/** What assistants learn about working at home. */
export const training: Feature = {
  module: TrainingModule,
  rows: [TrainingRow],
  migrations: [Training1796025000000],
};
