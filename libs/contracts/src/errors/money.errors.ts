import type { ErrorTable } from './error-entry.js';

/** Refusals of amounts. */
export const moneyErrors = {
  'money.unknown-currency': { status: 400, title: 'The currency is not one that the marketplace takes' },
  'money.not-an-integer': { status: 400, title: 'The amount is not a whole number of minor units' },
  'money.currencies-differ': { status: 400, title: 'The amounts are in different currencies' },
  'money.too-large': { status: 400, title: 'The amount is larger than can be computed exactly' },
} as const satisfies ErrorTable;
