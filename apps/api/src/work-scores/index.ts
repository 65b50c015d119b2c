import type { Feature } from '../feature.js';
import { WorkScores1796060041000 } from '../migrations/1796060041000-work-scores.js';
import { WorkScoresModule } from './work-scores.module.js';

export const workScores: Feature = {
  module: WorkScoresModule,
  migrations: [WorkScores1796060041000],
};
