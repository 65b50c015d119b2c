import type { PayoutDto } from '#contracts';
import type { AgencyId, Money, PayoutSentFact } from '#domain';

/** What the books hear of a payout, whether it goes or comes back. */
export const postedOf = ({ id, agencyId, earnings, tax }: PayoutDto): Omit<PayoutSentFact, 'type'> => ({
  payoutId: id,
  agencyId: agencyId as AgencyId,
  earnings: earnings as Money,
  tax: tax as Money,
});
