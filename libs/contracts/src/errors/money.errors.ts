import { errorTable } from './error-table.js';

/** Refusals of amounts. */
export const moneyErrors = errorTable({
  400: {
    'ledger.statement-too-long': 'The statement would have too many lines; a shorter time has fewer',
    'money.unknown-currency': 'The currency is not one that the marketplace takes',
    'money.not-an-integer': 'The amount is not a whole number of minor units',
    'money.currencies-differ': 'The amounts are in different currencies',
    'money.too-large': 'The amount is larger than can be computed exactly',
  },
});
