export * from './assignment-plan-prepared.v1.js';
