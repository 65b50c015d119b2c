export { readTable, readTextTable, tableText } from './read-table.js';
export { type Table, type TableFile, type TableOptions, type TableRow, UnreadableTable } from './table.js';
export { isWorkbook } from './workbook.js';
