export { AggregateStore, type AggregateRow, type EventBody, type Versioned } from './aggregate-store.js';
export { createDataSource, type DataSourceSettings } from './data-source.js';
export { Database, databaseToken, type Schema } from './database.js';
export { MessageContext } from './message-context.js';
export { runMigrations, type MigrationSettings } from './migrations.js';
export { roleOf } from './roles.js';
export { isUuid, type Scope } from './scope.js';
export { publicView, sharedTable, tenantTable, type Privilege } from './tenancy.js';
export { Transaction } from './transaction.js';
