import { errorTable } from './error-table.js';

/** Refusals around the time in which a business answers its customers. */
export const responseTimeErrors = errorTable({
  400: {
    'enquiry.reference-missing': 'There is no reference',
    'enquiry.reference-too-long': 'The reference is too long',
    'enquiry.in-the-future': 'The instant is in the future',
    'enquiry.too-old': 'The enquiry is too old',
    'enquiry.answered-before-opened': 'The answer is earlier than the enquiry',
    'enquiry-file.empty': 'The file has no enquiries',
    'enquiry-file.not-csv': 'The file could not be read as CSV',
    'enquiry-file.missing-column': 'The file lacks a column',
    'enquiry-file.unknown-column': 'The file has a column that is not known',
    'enquiry-file.column-twice': 'The file has a column twice',
    'enquiry-file.broken-line': 'The line could not be read',
    'enquiry-file.column-count': 'The line has more or fewer cells than the header',
    'enquiry-file.bad-value': 'A value of the line could not be read',
    'enquiry-file.too-many-lines': 'The file has too many lines',
    'enquiry-file.twice': 'An earlier line of the file is about the same enquiry',
    'response-hours.none': 'There are no hours in which customers are answered',
    'response-hours.too-many-dates': 'There are too many dates on which it is closed',
  },
  404: {
    'enquiry.not-found': 'There is no such enquiry',
  },
  409: {
    'response-baseline.frozen': 'The baseline is frozen',
    'response-baseline.not-enough-data': 'There are not enough enquiries from before the start',
  },
});
