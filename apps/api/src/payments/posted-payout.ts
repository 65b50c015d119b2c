import type { PayoutDto } from '#contracts';
import type { AgencyId, Money, PayoutSentFact } from '#domain';

/** What the books hear of a payout, whether it goes or comes back. */
export const postedOf = ({ id, agencyId, earnings, tax }: PayoutDto): Omit<PayoutSentFact, 'type'> => ({
  payoutId: id,
  agencyId: agencyId as AgencyId,
  earnings: earnings as Money,
  tax: tax as Money,
});

/** Nothing is transferred for it: what it is of sums to nothing. */
export const comesToNothing = ({ total }: PayoutDto): boolean => total.amountMinor === 0;

/** Neither a bank account nor nothing. */
export const goesByService = (payout: PayoutDto): boolean => payout.account === null && !comesToNothing(payout);
