export * from './agency-details-changed.v1.js';
export * from './agency-registered.v1.js';
export * from './agency-suspended.v1.js';
export * from './agency-verified.v1.js';
