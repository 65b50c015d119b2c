import { errorTable } from './error-table.js';

export const holidaysErrors = errorTable({
  400: {
    'holidays.unknown-calendar': 'The public holidays of this country or region are not known',
  },
});
