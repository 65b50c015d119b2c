import type { EventDraft } from '#contracts/envelope';
import { v7 as uuidv7 } from 'uuid';
import { MessageContext } from './message-context.js';

// One statement whatever the number of events; the order of the list becomes the order of the ids.
const insertEvents = `
  INSERT INTO outbox (event_id, type, aggregate_type, aggregate_id, aggregate_version, audience, occurred_at,
                      correlation_id, causation_id, traceparent, data)
  SELECT event.event_id, event.type, event.aggregate_type, event.aggregate_id, event.aggregate_version,
         event.audience, clock_timestamp(), $2, $3, $4, event.data
  FROM ROWS FROM (jsonb_to_recordset($1::jsonb) AS (event_id uuid, type text, aggregate_type text,
         aggregate_id uuid, aggregate_version int, audience uuid[], data jsonb))
       WITH ORDINALITY AS event(event_id, type, aggregate_type, aggregate_id, aggregate_version, audience, data, place)
  ORDER BY event.place`;

/** The statement that puts events into the outbox, with the context in which they happened. */
export const outboxInsert = (events: readonly EventDraft[]): { sql: string; params: unknown[] } => {
  const context = MessageContext.current();
  const rows = events.map((event) => ({
    event_id: uuidv7(),
    type: event.type,
    aggregate_type: event.aggregateType,
    aggregate_id: event.aggregateId,
    aggregate_version: event.aggregateVersion,
    audience: event.audience,
    data: event.data,
  }));
  const correlationId = context?.correlationId ?? uuidv7();
  return {
    sql: insertEvents,
    params: [JSON.stringify(rows), correlationId, context?.causationId ?? null, context?.traceparent ?? null],
  };
};
