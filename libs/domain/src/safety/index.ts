export * from './clearance.js';
export * from './clearance-decisions.js';
export * from './clearance-outlives.js';
export { monthsAfter, templateOf } from './clearance.policies.js';
export * from './clearance-template.js';
export * from './clearance-templates.js';
