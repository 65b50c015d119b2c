import type { ErrorTable } from './error-entry.js';

/** Refusals of reviews. */
export const reviewErrors = {
  'review.not-found': { status: 404, title: 'There is no such review' },
  'review.engagement-not-ended': { status: 409, title: 'The engagement has not ended' },
  'review.already-given': { status: 409, title: 'This side has reviewed the engagement' },
  'review.score-out-of-range': { status: 400, title: 'A score is a whole number from 1 to 5' },
  'review.text-too-long': { status: 400, title: 'The text is too long' },
} as const satisfies ErrorTable;
