import { errorTable } from './error-table.js';

export const assignmentPlanErrors = errorTable({
  404: {
    'assignment-plan.not-found': 'There is no such assignment plan',
  },
});
