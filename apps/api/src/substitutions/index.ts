import type { Feature } from '../feature.js';
import { Substitutions1796025300000 } from '../migrations/1796025300000-substitutions.js';
import { SubstitutionRow } from './substitution.row.js';
import { SubstitutionsModule } from './substitutions.module.js';

export const substitutions: Feature = {
  module: SubstitutionsModule,
  rows: [SubstitutionRow],
  migrations: [Substitutions1796025300000],
};
