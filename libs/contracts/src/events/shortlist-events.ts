export * from './shortlist-prepared.v1.js';
