import type { EventDraft } from '#contracts/envelope';
import { v7 as uuidv7 } from 'uuid';
import { MessageContext } from './message-context.js';
import { type BoundStatement, bound, type Prepared } from './statement.js';

// The order of the list becomes the order of the ids.
const insertEvents: Prepared = {
  name: 'outbox-insert',
  text: `
  INSERT INTO outbox (event_id, type, aggregate_type, aggregate_id, aggregate_version, audience, occurred_at,
                      correlation_id, causation_id, traceparent, data)
  SELECT event.event_id, event.type, event.aggregate_type, event.aggregate_id, event.aggregate_version,
         event.audience, clock_timestamp(), event.correlation_id, event.causation_id, event.traceparent, event.data
  FROM ROWS FROM (jsonb_to_recordset($1::jsonb) AS (event_id uuid, type text, aggregate_type text,
         aggregate_id uuid, aggregate_version int, audience uuid[], correlation_id text, causation_id text,
         traceparent text, data jsonb))
       WITH ORDINALITY AS event(event_id, type, aggregate_type, aggregate_id, aggregate_version, audience,
         correlation_id, causation_id, traceparent, data, place)
  ORDER BY event.place`,
};

/** An event as it will be in the outbox, with the context in which it happened. */
export interface OutboxRow {
  readonly event_id: string;
  readonly type: string;
  readonly aggregate_type: string;
  readonly aggregate_id: string;
  readonly aggregate_version: number;
  readonly audience: readonly string[];
  readonly correlation_id: string;
  readonly causation_id: string | null;
  readonly traceparent: string | null;
  readonly data: object;
}

/** To be called where the events happen: the context is that of now. */
export const outboxRows = (events: readonly EventDraft[]): OutboxRow[] => {
  const context = MessageContext.current();
  const correlationId = context?.correlationId ?? uuidv7();
  return events.map((event) => ({
    event_id: uuidv7(),
    type: event.type,
    aggregate_type: event.aggregateType,
    aggregate_id: event.aggregateId,
    aggregate_version: event.aggregateVersion,
    audience: event.audience,
    correlation_id: correlationId,
    causation_id: context?.causationId ?? null,
    traceparent: context?.traceparent ?? null,
    data: event.data,
  }));
};

/** Rows per statement. */
const batchSize = 500;

/** The statements that put events into the outbox, in the order given. */
export const outboxInserts = (rows: readonly OutboxRow[]): BoundStatement[] =>
  Array.from({ length: Math.ceil(rows.length / batchSize) }, (_, index) =>
    bound(insertEvents, [JSON.stringify(rows.slice(index * batchSize, (index + 1) * batchSize))]),
  );
