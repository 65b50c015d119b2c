export { type CsvDelimiter, type CsvForm, delimiterOf, plainLines, UnreadableCsv } from './read-csv.js';
export { readCsvAroundBreaks } from './read-csv-around-breaks.js';
export { csvOf } from './write-csv.js';
