import type { PayoutDto } from '#contracts';
import type { AgencyId, Money, PayoutReturnedFact, PayoutSentFact } from '#domain';

/** What the books hear of a payout. */
export const payoutFact = <Type extends 'payoutSent' | 'payoutReturned'>(
  type: Type,
  { id, agencyId, earnings, tax }: PayoutDto,
): (PayoutSentFact | PayoutReturnedFact) & { readonly type: Type } =>
  ({
    type,
    payoutId: id,
    agencyId: agencyId as AgencyId,
    earnings: earnings as Money,
    tax: tax as Money,
  }) as (PayoutSentFact | PayoutReturnedFact) & { readonly type: Type };
