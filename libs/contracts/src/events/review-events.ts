export * from './review-given.v1.js';
