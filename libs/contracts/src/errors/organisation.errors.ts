import { errorTable } from './error-table.js';

export const organisationErrors = errorTable({
  409: {
    'organisation.still-open': 'Something is still open with others',
  },
});
