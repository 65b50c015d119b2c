import { RefundAskedV1, type RefundDto, RefundReturnedV1, RefundSentV1, RefundWithdrawnV1 } from '#contracts';
import type { EventDraft } from '#contracts/envelope';

const ofRefund = ({ id, businessId }: RefundDto, version: number) =>
  ({ aggregateType: 'refund', aggregateId: id, aggregateVersion: version, audience: [businessId] }) as const;
const said = ({ businessId, amount }: RefundDto) => ({ businessId, amount });

export const refundAsked = (refund: RefundDto): EventDraft => ({
  type: RefundAskedV1.type,
  ...ofRefund(refund, 1),
  data: { ...said(refund), askedAt: refund.askedAt },
});

/** Its last fact where the bank wasn't told. */
export const refundWithdrawn = (refund: RefundDto, withdrawnAt: string): EventDraft => ({
  type: RefundWithdrawnV1.type,
  ...ofRefund(refund, 2),
  data: { ...said(refund), withdrawnAt },
});

export const refundSent = (refund: RefundDto, sentAt: string): EventDraft => ({
  type: RefundSentV1.type,
  ...ofRefund(refund, 2),
  data: { ...said(refund), sentAt },
});

/** Its third, where the bank didn't keep it. */
export const refundReturned = (refund: RefundDto, returnedAt: string): EventDraft => ({
  type: RefundReturnedV1.type,
  ...ofRefund(refund, 3),
  data: { ...said(refund), returnedAt },
});
