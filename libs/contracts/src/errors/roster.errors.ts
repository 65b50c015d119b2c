import type { ErrorTable } from './error-entry.js';

/** Refusals of a whole roster file; a line that is refused is told in the import's report with the line's own code. */
export const rosterErrors = {
  'roster.empty': { status: 400, title: 'The roster has no lines' },
  'roster.not-csv': { status: 400, title: 'The roster could not be read as CSV' },
  'roster.missing-column': { status: 400, title: 'The roster lacks a column' },
  'roster.unknown-column': { status: 400, title: 'The roster has a column that is not known' },
  'roster.column-twice': { status: 400, title: 'The roster has a column twice' },
  'roster.broken-line': {
    status: 400,
    title: 'A quote stands within a cell, or is not closed where its cell ends',
  },
  'roster.column-count': { status: 400, title: 'The line has more or fewer cells than the header' },
  'roster.too-many-lines': { status: 400, title: 'The roster has too many lines' },
  'roster.bad-value': { status: 400, title: 'A value of the line could not be read' },
  'roster.ref-twice': { status: 400, title: 'Two lines of the roster have the same reference' },
} as const satisfies ErrorTable;
