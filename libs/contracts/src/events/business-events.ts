export * from './business-details-changed.v1.js';
export * from './business-registered.v1.js';
