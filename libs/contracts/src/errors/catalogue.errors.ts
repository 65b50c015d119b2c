import { errorTable } from './error-table.js';

/** Refusals of a whole catalogue file; a line that is refused is told in the import's report with the line's own code. */
export const catalogueErrors = errorTable({
  400: {
    'catalogue.empty': 'The catalogue has no entries',
    'catalogue.not-csv': 'The catalogue could not be read as CSV or as a workbook',
    'catalogue.not-json': 'The catalogue could not be read as JSON',
    'catalogue.missing-column': 'The catalogue lacks a column',
    'catalogue.column-twice': 'The catalogue has a column twice',
    'catalogue.other-file': 'The file is of a published catalogue, but not one that holds its duties',
    'catalogue.too-many-entries': 'The catalogue has too many entries',
    'catalogue.broken-line': 'The line could not be read',
    'catalogue.column-count': 'The line has more or fewer cells than the header',
    'catalogue.id-missing': 'The entry has no identifier',
    'catalogue.code-taken': 'Another entry of the catalogue goes by the same code',
    'catalogue.id-twice': 'Two entries of the catalogue have the same identifier',
    'catalogue.no-label': 'The entry has no label in English, Spanish or Catalan',
    'catalogue.too-long': 'A value of the entry is too long',
    'catalogue.not-plain-text': 'A value of the entry holds characters that are not text',
    'catalogue.bad-status': 'It is not clear whether the entry is in use or retired',
    'catalogue.bad-value': 'A value of the entry could not be read',
  },
  404: {
    'catalogue-entry.not-found': 'There is no such entry of a catalogue',
    'catalogue-import.not-found': 'There is no such import',
  },
  409: {
    'catalogue.no-room': 'There is no room for so many imported duties',
    'catalogue-import.over': 'The import is over',
    'catalogue-import.too-many': 'Enough imports are waiting',
    'catalogue-import.failed': 'The import could not be finished',
  },
});
