import { errorTable } from './error-table.js';

export const commissionErrors = errorTable({
  400: {
    'commission.bad-tiers': 'Tiers begin with nothing, each with more than the one before, and are shares of the whole',
    'commission.in-the-past': 'A schedule begins today at the earliest, since what was drafted keeps its commission',
  },
});
