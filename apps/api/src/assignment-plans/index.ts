import type { Feature } from '../feature.js';
import { AssignmentPlans1795390180000 } from '../migrations/1795390180000-assignment-plans.js';
import { AssignmentPlansModule } from './assignment-plans.module.js';

export const assignmentPlans: Feature = { module: AssignmentPlansModule, migrations: [AssignmentPlans1795390180000] };
