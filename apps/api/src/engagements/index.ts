import type { Feature } from '../feature.js';
import { EngagementsModule } from './engagements.module.js';

export const engagements: Feature = { module: EngagementsModule };
