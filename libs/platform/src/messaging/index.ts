export { type ConsumerDefinition } from './event-consumer.js';
export {
  type AggregateHandlers,
  type EventHandler,
  handlersFor,
  ignored,
  ignoring,
  type Reactions,
} from './event-handlers.js';
export {
  type ConsumerProgress,
  type EventTransport,
  eventTransportToken,
  type Subscription,
} from './event-transport.js';
export { failpoint } from './failpoints.js';
export { Journal } from './journal.js';
export { JournalCursor } from './journal-cursor.js';
export { JournalFeed, type WantedEvents } from './journal-feed.js';
export { envelopeOf, type JournalRow } from './journal-row.js';
export { journalVerificationTable, type LastVerification } from './journal-verification.js';
export { type JournalCare, Messaging } from './messaging.js';
export type { MessagingFigures } from './messaging-figures.js';
export { MessagingModule, messagingToken } from './messaging.module.js';
export { discardedLetters, messagingTables } from './messaging-tables.js';
export { PostgresJournalTransport } from './postgres-journal-transport.js';
