import type { ErrorTable } from './error-entry.js';

/** Refusals of what can not be priced. */
export const quoteErrors = {
  'quote.too-large': { status: 400, title: 'The total is larger than can be computed exactly' },
} as const satisfies ErrorTable;
