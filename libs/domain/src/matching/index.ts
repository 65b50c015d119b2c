export * from './calendar-cache.js';
export * from './candidate.js';
export * from './exchange-rates.js';
export * from './explanation.js';
export * from './filters.js';
export * from './rank.js';
export * from './score.js';
