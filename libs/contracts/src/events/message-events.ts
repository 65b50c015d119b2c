export * from './dead-letter-events.js';
export * from './replay-events.js';
