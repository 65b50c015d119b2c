import { errorTable } from './error-table.js';

/** Refusals around the life of an accepted agreement. */
export const engagementErrors = errorTable({
  400: {
    'engagement.reason-missing': 'There is no reason',
    'engagement.reason-too-long': 'The reason is too long',
  },
  404: {
    'engagement.not-found': 'There is no such engagement',
  },
  409: {
    'engagement.agreement-not-accepted': 'Both sides have not accepted the agreement',
    'engagement.already-ended': 'The engagement has ended',
    'engagement.term-not-over': 'The term is not over',
  },
});
