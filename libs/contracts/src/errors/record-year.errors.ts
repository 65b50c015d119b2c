import { errorTable } from './error-table.js';

/** Refusals around how long books are kept. */
export const recordYearErrors = errorTable({
  400: {
    'record-year.not-longer': 'The books are kept until then anyway',
    'record-year.too-long': 'Nobody can say for so long ahead that books are needed',
  },
  404: {
    'record-year.not-found': 'Nobody has announced that the books of this year go',
  },
  409: {
    'record-year.gone': 'The books of this year are gone',
  },
});
