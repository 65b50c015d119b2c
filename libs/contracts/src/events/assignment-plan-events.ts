export * from './assignment-plan-asked.v1.js';
export * from './assignment-plan-prepared.v1.js';
