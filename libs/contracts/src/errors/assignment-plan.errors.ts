import type { ErrorTable } from './error-entry.js';

export const assignmentPlanErrors = {
  'assignment-plan.not-found': { status: 404, title: 'There is no such assignment plan' },
} as const satisfies ErrorTable;
