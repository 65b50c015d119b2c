import type { ErrorTable } from './error-entry.js';

/** Refusals of a whole catalogue file; a line that is refused is told in the import's report with the line's own code. */
export const catalogueErrors = {
  'catalogue.empty': { status: 400, title: 'The catalogue has no entries' },
  'catalogue.not-csv': { status: 400, title: 'The catalogue could not be read as CSV' },
  'catalogue.not-json': { status: 400, title: 'The catalogue could not be read as JSON' },
  'catalogue.missing-column': { status: 400, title: 'The catalogue lacks a column' },
  'catalogue.too-many-entries': { status: 400, title: 'The catalogue has too many entries' },
  'catalogue.broken-line': { status: 400, title: 'The line could not be read' },
  'catalogue.column-count': { status: 400, title: 'The line has more or fewer cells than the header' },
  'catalogue.id-missing': { status: 400, title: 'The entry has no identifier' },
  'catalogue.code-taken': { status: 400, title: 'Another entry of the catalogue goes by the same code' },
  'catalogue.id-twice': { status: 400, title: 'Two entries of the catalogue have the same identifier' },
  'catalogue.no-label': { status: 400, title: 'The entry has no label in English, Spanish or Catalan' },
  'catalogue.too-long': { status: 400, title: 'A value of the entry is too long' },
  'catalogue.not-plain-text': { status: 400, title: 'A value of the entry holds characters that are not text' },
  'catalogue.bad-status': { status: 400, title: 'It is not clear whether the entry is in use or retired' },
  'catalogue.bad-value': { status: 400, title: 'A value of the entry could not be read' },
  'catalogue-entry.not-found': { status: 404, title: 'There is no such entry of a catalogue' },
} as const satisfies ErrorTable;
