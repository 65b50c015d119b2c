export * from './review.js';
export * from './review-decisions.js';
