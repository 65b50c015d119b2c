import type { Feature } from '../feature.js';
import { TodayModule } from './today.module.js';

/** What there is to do, over all engagements. */
export const today: Feature = { module: TodayModule };
