export { type CsvDelimiter, type CsvForm, delimiterOf, plainLines, UnreadableCsv } from './read-csv.js';
export { readCsvAroundBreaks } from './read-csv-around-breaks.js';
export { csvOf, exactCsvLine } from './write-csv.js';
