export * from './agency.js';
export * from './agency-decisions.js';
export * from './business.js';
export * from './business-decisions.js';
