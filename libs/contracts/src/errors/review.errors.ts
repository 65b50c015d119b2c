import { errorTable } from './error-table.js';

/** Refusals of reviews. */
export const reviewErrors = errorTable({
  400: {
    'review.score-out-of-range': 'A score is a whole number from 1 to 5',
    'review.text-too-long': 'The text is too long',
  },
  404: {
    'review.not-found': 'There is no such review',
  },
  409: {
    'review.engagement-not-ended': 'The engagement has not ended',
    'review.already-given': 'This side has reviewed the engagement',
  },
});
