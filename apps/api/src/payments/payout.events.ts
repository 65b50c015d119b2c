import { type PayoutDto, PayoutPartlyReturnedV1, PayoutReturnedV1, PayoutSentV1 } from '#contracts';
import type { Money } from '#domain';
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

/** What has come back of one that stays else where it went. */
export interface PartBack {
  /** Which part it is, from 1. */
  readonly part: number;
  readonly cameBack: Money;
}

/** A further fact for each part: whoever has got all of it back in parts hears of no return beside. */
export const payoutPartlyReturned = (
  { id, agencyId, total }: PayoutDto,
  { part, cameBack }: PartBack,
  returnedAt: string,
): EventDraft => ({
  type: PayoutPartlyReturnedV1.type,
  aggregateType: 'payout',
  aggregateId: id,
  aggregateVersion: 1 + part,
  audience: [agencyId],
  data: { agencyId, total, cameBack, returnedAt },
});
