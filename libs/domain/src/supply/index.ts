export * from './assistant.js';
export * from './assistant-decisions.js';
export { maxDaysOffRanges } from './assistant.policies.js';
export * from './calendar.js';
