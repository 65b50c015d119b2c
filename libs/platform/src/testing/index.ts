export { aWorkbook } from './a-workbook.js';
export { eventually } from './eventually.js';
export { propertyCases } from './property-cases.js';
export { quickestProgram } from './quickest-program.js';
export { type SentStatement, statementsSentBy } from './sent-statements.js';
export { testDatabase, type TestDatabase } from './test-database.js';
export { TraceCollector } from './trace-collector.js';
