import type { Feature } from '../feature.js';
import { EventsFeedModule } from './events-feed.module.js';

export const eventsFeed: Feature = { module: EventsFeedModule };
