import { topicOf } from '#contracts/envelope';
import type { Message, TopicMessages } from 'kafkajs';
import type { Transaction } from '../../database/index.js';
import type { EventBatch } from '../event-batch.js';
import type { Journal } from '../journal.js';
import { type EventAttributes, messageOf, messageWith } from './kafka-message.js';

/** Events sent at a time; with their data at most 1 MB, unless one alone is larger. */
const batchSize = 1_000;
const batchBytes = 1_000_000;

/** What goes to Kafka in one request: the next events of a journal, by topic, each topic's in order. */
export interface OutgoingBatch {
  readonly topicMessages: TopicMessages[];
  /** Position of the last of them; null for none. */
  readonly last: number | null;
  /** Whether the journal may hold more right behind it. */
  readonly hasMore: boolean;
}

type Outgoing = readonly [position: number, aggregateType: string, message: Message];

/** Of events that are in memory. */
export function outgoingOf({ events, end }: EventBatch): OutgoingBatch {
  const batch = cut(events.map((event) => [event.position, event.aggregateType, messageOf(event)]));
  return { ...batch, hasMore: batch.last !== null && batch.last < end };
}

/**
 * Of the events behind a position. What goes out as text comes out of the database as text: to parse and write it anew took more
 * than to send it.
 */
export async function readOutgoing(tx: Transaction, journal: Journal, after: number): Promise<OutgoingBatch> {
  const rows = await tx.query<EventAttributes & { readonly data: string }>(
    `SELECT kept.position::text, event_id::text AS id, type, aggregate_type AS "aggregateType", aggregate_id::text AS "aggregateId",
       aggregate_version::text AS "aggregateVersion", array_to_string(audience, ',') AS audience,
       to_char(occurred_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS time,
       correlation_id AS "correlationId", causation_id AS "causationId", traceparent, data::text, $3 AS source
     FROM ${journal.database.schema}.journal AS kept WHERE kept.position > $1 ORDER BY kept.position LIMIT $2`,
    [after, batchSize, journal.source],
  );
  const batch = cut(rows.map((row) => [Number(row.position), row.aggregateType, messageWith(row, row.data)]));
  return { ...batch, hasMore: rows.length === batchSize || batch.last !== lastOf(rows) };
}

const lastOf = (rows: readonly { readonly position: string }[]): number | null => {
  const last = rows.at(-1);
  return last === undefined ? null : Number(last.position);
};

/** As many as there are bytes for, by topic. */
function cut(outgoing: readonly Outgoing[]): Omit<OutgoingBatch, 'hasMore'> {
  const byTopic = new Map<string, Message[]>();
  let bytes = 0;
  let last: number | null = null;
  for (const [position, aggregateType, message] of outgoing) {
    bytes += message.value?.length ?? 0;
    if (last !== null && bytes > batchBytes) break;
    const messages = byTopic.get(aggregateType);
    if (messages === undefined) byTopic.set(aggregateType, [message]);
    else messages.push(message);
    last = position;
  }
  const topicMessages = [...byTopic].map(([aggregateType, messages]) => ({ topic: topicOf(aggregateType), messages }));
  return { topicMessages, last };
}
