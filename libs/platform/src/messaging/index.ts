export type { ReplayOutcome } from './dead-letters.js';
export { type ConsumerDefinition, EventConsumer } from './event-consumer.js';
export { type AggregateHandlers, type EventHandler, handlersFor, ignored, type Reactions } from './event-handlers.js';
export {
  type ConsumerProgress,
  type EventTransport,
  eventTransportToken,
  type Subscription,
  type UnreadableMessage,
} from './event-transport.js';
export type { EventBatch } from './event-batch.js';
export { Journal } from './journal.js';
export type { JournalVerdict } from './journal-seals.js';
export type { KafkaSettings } from './kafka/kafka-client.js';
export { KafkaTransport } from './kafka/kafka-transport.js';
export { JournalFeed } from './journal-feed.js';
export { Messaging } from './messaging.js';
export type { MessagingFigures } from './messaging-figures.js';
export { MessagingModule, messagingToken } from './messaging.module.js';
export { messagingTables } from './messaging-tables.js';
export { PostgresJournalTransport } from './postgres-journal-transport.js';
