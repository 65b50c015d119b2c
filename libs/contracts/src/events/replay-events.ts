export * from './replay-asked.v1.js';
