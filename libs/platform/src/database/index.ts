export { AggregateStore, type AggregateRow, type EventBody, type Versioned } from './aggregate-store.js';
export { Database, databaseToken, type Schema } from './database.js';
export { MessageContext } from './message-context.js';
export { isUuid, type Scope } from './scope.js';
export { Transaction } from './transaction.js';
