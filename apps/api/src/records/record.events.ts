import { RecordFiledV1, RecordMonthClosedV1, RecordReturnedV1, RecordReviewedV1, RecordWithdrawnV1 } from '#contracts';
import type { EventDraft } from '#contracts/envelope';
import type { KeptRecord } from './record.store.js';

/** What is told of an entry: whose it is, and nothing of what it says. */
export type ToldRecord = Pick<
  KeptRecord,
  'id' | 'version' | 'kind' | 'businessId' | 'agencyId' | 'engagementId' | 'assistantId'
>;

/** Lines of the bank come by the thousand and concern nobody singly: of them no events tell. */
const step = ({ type }: { type: string }, record: ToldRecord, instant: object): EventDraft[] => {
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

export const recordFiled = (record: ToldRecord, filedAt: string): EventDraft[] =>
  step(RecordFiledV1, record, { filedAt });
export const recordReturned = (record: ToldRecord, returnedAt: string): EventDraft[] =>
  step(RecordReturnedV1, record, { returnedAt });
export const recordReviewed = (record: ToldRecord, reviewedAt: string): EventDraft[] =>
  step(RecordReviewedV1, record, { reviewedAt });
export const recordWithdrawn = (record: ToldRecord, withdrawnAt: string): EventDraft[] =>
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
