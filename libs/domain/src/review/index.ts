export * from './review.js';
export * from './give-review.js';
