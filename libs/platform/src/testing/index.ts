export { eventually } from './eventually.js';
export { testDatabase, type TestDatabase, type TestDatabaseSettings } from './test-database.js';
