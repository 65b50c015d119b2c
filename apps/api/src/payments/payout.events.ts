import { type PayoutDto, PayoutReturnedV1, PayoutSentV1 } from '#contracts';
import type { EventDraft } from '#contracts/envelope';

/** A payout's first fact for others: it is on its way. */
export const payoutSent = ({ id, agencyId, total }: PayoutDto, sentAt: string): EventDraft => ({
  type: PayoutSentV1.type,
  aggregateType: 'payout',
  aggregateId: id,
  aggregateVersion: 1,
  audience: [agencyId],
  data: { agencyId, total, sentAt },
});

/** Its second, where the bank didn't keep it. */
export const payoutReturned = ({ id, agencyId, total }: PayoutDto, returnedAt: string): EventDraft => ({
  type: PayoutReturnedV1.type,
  aggregateType: 'payout',
  aggregateId: id,
  aggregateVersion: 2,
  audience: [agencyId],
  data: { agencyId, total, returnedAt },
});
