export * from './engagement-ended.v1.js';
export * from './engagement-started.v1.js';
