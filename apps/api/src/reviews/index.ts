import type { Feature } from '../feature.js';
import { Reviews1795390152000 } from '../migrations/1795390152000-reviews.js';
import { ScoresOfAssistants1796057705000 } from '../migrations/1796057705000-scores-of-assistants.js';
import { ReviewRow } from './review.row.js';
import { ReviewsModule } from './reviews.module.js';

export const reviews: Feature = {
  module: ReviewsModule,
  rows: [ReviewRow],
  migrations: [Reviews1795390152000, ScoresOfAssistants1796057705000],
};
