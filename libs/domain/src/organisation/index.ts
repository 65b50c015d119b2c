export * from './agency.js';
export * from './business.js';
