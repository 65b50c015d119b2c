export { eventually } from './eventually.js';
export { statementsSentBy } from './sent-statements.js';
export { testDatabase, type TestDatabase } from './test-database.js';
