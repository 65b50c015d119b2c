/** What is told of messages themselves: all that the platform knows of the marketplace's events. */
export * from './dead-letter/message-dead-lettered.v1.js';
export * from './dead-letter/message-discarded.v1.js';
export * from './dead-letter/message-parked.v1.js';
export * from './dead-letter/message-replayed.v1.js';
export * from './replay/discard-asked.v1.js';
export * from './replay/replay-asked.v1.js';
