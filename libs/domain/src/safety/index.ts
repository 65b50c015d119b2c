export * from './clearance.js';
export * from './clearance-template.js';
