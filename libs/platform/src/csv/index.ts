export { type CsvDelimiter, type CsvLine, delimiterOf, UnreadableCsv } from './read-csv.js';
export { type BrokenCsvLine, readCsvAroundBreaks } from './read-csv-around-breaks.js';
