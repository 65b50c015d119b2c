import { RecordFiledV1, RecordMonthClosedV1, RecordReturnedV1, RecordReviewedV1, RecordWithdrawnV1 } from '#contracts';
import type { EventDraft } from '#contracts/envelope';
import type { KeptRecord } from './record.store.js';

/** Lines of the bank come by the thousand and concern nobody singly: of them no events tell. */
const step = ({ type }: { type: string }, record: KeptRecord, instant: object): EventDraft[] => {
  if (record.kind === 'bank-line') return [];
  const { id, version, businessId, agencyId, engagementId, assistantId } = record;
  return [
    {
      type,
      aggregateType: 'record',
      aggregateId: id,
      aggregateVersion: version,
      audience: [businessId, ...(agencyId === null ? [] : [agencyId])],
      data: { businessId, agencyId, engagementId, assistantId, ...instant },
    },
  ];
};

export const recordFiled = (record: KeptRecord, filedAt: string): EventDraft[] =>
  step(RecordFiledV1, record, { filedAt });
export const recordReturned = (record: KeptRecord, returnedAt: string): EventDraft[] =>
  step(RecordReturnedV1, record, { returnedAt });
export const recordReviewed = (record: KeptRecord, reviewedAt: string): EventDraft[] =>
  step(RecordReviewedV1, record, { reviewedAt });
export const recordWithdrawn = (record: KeptRecord, withdrawnAt: string): EventDraft[] =>
  step(RecordWithdrawnV1, record, { withdrawnAt });

/** Months are closed once; each is an aggregate of its own, named by what it is. */
export const monthClosed = (id: string, businessId: string, month: string, closedAt: string): EventDraft => ({
  type: RecordMonthClosedV1.type,
  aggregateType: 'record-month',
  aggregateId: id,
  aggregateVersion: 1,
  audience: [businessId],
  data: { businessId, month, closedAt },
});
