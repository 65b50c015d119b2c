import { errorTable } from './error-table.js';

/** Refusals around archives of one's own data. */
export const dataExportErrors = errorTable({
  404: {
    'data-export.not-found': 'There is no such archive',
  },
  409: {
    'data-export.too-many': 'Other archives are under way or wait to be fetched',
    'data-export.over': 'The archive is made, or was given up',
    'data-export.not-ready': 'The archive is not made yet',
  },
});
