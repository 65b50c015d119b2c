import { errorTable } from './error-table.js';

/** Refusals of what can not be priced. */
export const quoteErrors = errorTable({
  400: {
    'quote.too-large': 'The total is larger than can be computed exactly',
  },
});
