import type { ErrorTable } from './error-entry.js';

/** Refusals around the life of an accepted agreement. */
export const engagementErrors = {
  'engagement.not-found': { status: 404, title: 'There is no such engagement' },
  'engagement.agreement-not-accepted': { status: 409, title: 'Both sides have not accepted the agreement' },
  'engagement.already-ended': { status: 409, title: 'The engagement has ended' },
  'engagement.term-not-over': { status: 409, title: 'The term is not over' },
  'engagement.reason-missing': { status: 400, title: 'There is no reason' },
  'engagement.reason-too-long': { status: 400, title: 'The reason is too long' },
} as const satisfies ErrorTable;
