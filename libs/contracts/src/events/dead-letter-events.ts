export * from './message-dead-lettered.v1.js';
export * from './message-parked.v1.js';
export * from './message-replayed.v1.js';
