import { errorTable } from './error-table.js';

/** Refusals of a whole roster file; a line that is refused is told in the import's report with the line's own code. */
export const rosterErrors = errorTable({
  400: {
    'roster.empty': 'The roster has no lines',
    'roster.not-csv': 'The roster could not be read as CSV or as a workbook',
    'roster.missing-column': 'The roster lacks a column',
    'roster.unknown-column': 'The roster has a column that is not known',
    'roster.column-twice': 'The roster has a column twice',
    'roster.broken-line': 'A quote stands within a cell, or is not closed where its cell ends',
    'roster.column-count': 'The line has more or fewer cells than the header',
    'roster.too-many-lines': 'The roster has too many lines',
    'roster.bad-value': 'A value of the line could not be read',
    'roster.ref-twice': 'Two lines of the roster have the same reference',
  },
});
