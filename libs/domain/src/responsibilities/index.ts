export * from './duty-line.js';
export * from './agreement-terms.js';
export * from './agreement.js';
export * from './duty-run.js';
export * from './engagement.js';
export * from './periods.js';
