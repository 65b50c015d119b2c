import type { Feature } from '../feature.js';
import { AbsencesModule } from './absences.module.js';

export const absences: Feature = { module: AbsencesModule };
