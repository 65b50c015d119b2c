export * from './duty-run-accepted.v1.js';
export * from './duty-run-cancelled.v1.js';
export * from './duty-run-done.v1.js';
export * from './duty-run-invoiced.v1.js';
export * from './duty-run-replanned.v1.js';
export * from './duty-run-returned.v1.js';
export * from './duty-run-scheduled.v1.js';
