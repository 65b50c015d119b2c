import type { EventEnvelope } from '#contracts/envelope';

export interface JournalRow {
  readonly position: string | number;
  readonly event_id: string;
  readonly type: string;
  readonly aggregate_type: string;
  readonly aggregate_id: string;
  readonly aggregate_version: number;
  readonly audience: string[];
  readonly occurred_at: Date;
  readonly correlation_id: string;
  readonly causation_id: string | null;
  readonly traceparent: string | null;
  readonly data: object;
}

/** What outbox and journal have in common. */
export const eventColumns = `event_id, type, aggregate_type, aggregate_id, aggregate_version, audience, occurred_at,
  correlation_id, causation_id, traceparent, data`;

export const envelopeOf = (row: JournalRow, source: string): EventEnvelope => ({
  id: row.event_id,
  source,
  type: row.type,
  time: row.occurred_at.toISOString(),
  position: Number(row.position),
  aggregateType: row.aggregate_type,
  aggregateId: row.aggregate_id,
  aggregateVersion: row.aggregate_version,
  audience: row.audience,
  correlationId: row.correlation_id,
  causationId: row.causation_id,
  traceparent: row.traceparent,
  data: row.data,
});
