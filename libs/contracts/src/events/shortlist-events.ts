export * from './shortlist-asked.v1.js';
export * from './shortlist-prepared.v1.js';
