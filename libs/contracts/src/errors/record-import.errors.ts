import { errorTable } from './error-table.js';

/** Refusals of files of bank lines, and of rules for them. */
export const recordImportErrors = errorTable({
  400: {
    'record-import.unreadable': 'The file is no table or statement that can be read',
    'record-import.unknown-columns': 'It is not known which columns of the file are meant',
    'record-import.too-many-lines': 'The file has too many lines',
    'record-import.bad-date': 'A date is no date of the calendar',
    'record-import.bad-amount': 'An amount is none of the currency of the books',
    'record-import.no-description': 'A line does not say what it is for',
    'record-rule.too-short': 'What a rule looks for is too short',
  },
  404: {
    'record-rule.not-found': 'There is no such rule',
  },
  409: {
    'record-import.too-many-sources': 'There are too many sources',
    'record-rule.too-many': 'There are too many rules',
  },
});
