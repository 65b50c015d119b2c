import { errorTable } from './error-table.js';

/** Refusals around the life of an accepted agreement. */
export const engagementErrors = errorTable({
  400: {
    'engagement.reason-missing': 'There is no reason',
    'engagement.reason-too-long': 'The reason is too long',
    'engagement.notice-too-short': 'The last day comes sooner than the agreed notice allows',
    'engagement.notice-beyond-term': 'The term ends by then anyway',
  },
  404: {
    'engagement.not-found': 'There is no such engagement',
  },
  409: {
    'engagement.agreement-not-accepted': 'Both sides have not accepted the agreement',
    'engagement.already-ended': 'The engagement has ended',
    'engagement.term-not-over': 'The term is not over',
    'engagement.notice-agreed': 'The two sides agreed on a notice: it ends with its last day, or by a change order',
    'engagement.notice-given': 'Notice has been given already',
    'engagement.no-notice': 'Nobody has given notice',
  },
});
