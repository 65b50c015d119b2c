import { errorTable } from './error-table.js';

/** Refusals around packs of a fiscal year. */
export const taxPackErrors = errorTable({
  404: {
    'tax-pack.not-found': 'There is no such pack',
  },
  409: {
    'tax-pack.too-many': 'Other packs are under way',
    'tax-pack.over': 'The pack is made, or was given up',
    'tax-pack.not-ready': 'The pack is not made yet',
  },
});
