import { errorTable } from './error-table.js';

/** Refusals around the erasure of people. */
export const erasureErrors = errorTable({
  404: {
    'erasure.not-found': 'Nobody has asked for this erasure',
  },
  409: {
    'erasure.asked-already': 'It was asked for already',
    'erasure.settled': 'It is settled already',
    'erasure.hindered': 'Something stands in the way of the erasure',
  },
});
