import { errorTable } from './error-table.js';

/** Refusals around packs of hours. */
export const hourPackErrors = errorTable({
  404: {
    'hour-pack.not-found': 'There is no such pack of hours',
  },
  409: {
    'hour-pack.already-invoiced': 'An invoice charges the pack already',
    'hour-pack.beyond-unused': 'There is not so much left of the pack',
  },
});
