import { errorTable } from './error-table.js';

/** Refusals of files that people bring. */
export const fileErrors = errorTable({
  400: {
    'file.empty': 'The file is empty',
  },
  404: {
    'file.not-found': 'There is no such file',
  },
  409: {
    'file.too-many-unnamed': 'Too many files were brought that nothing names yet',
  },
  415: {
    'file.type-not-taken': 'Files of this type are not taken',
  },
  503: {
    'file.store-unavailable': 'Files can not be kept or fetched right now',
  },
});
