export * from './shortlist-asked.v1.js';
