export * from './assignment-plan-asked.v1.js';
