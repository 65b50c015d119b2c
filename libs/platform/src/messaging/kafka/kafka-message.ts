import { type EventEnvelope, topicOf } from '#contracts/envelope';
import type { IHeaders, KafkaMessage, Message } from 'kafkajs';
import { isUuid } from '../../database/index.js';
import { undecodableReason } from './undecodable-batch.js';

/** What the headers say of an event, as they say it. */
export interface EventAttributes extends Omit<EventEnvelope, 'position' | 'aggregateVersion' | 'audience' | 'data'> {
  readonly position: string;
  readonly aggregateVersion: string;
  /** Ids with commas between them. */
  readonly audience: string;
}

/** An event as a CloudEvent 1.0. */
export const messageOf = (envelope: EventEnvelope): Message =>
  messageWith(
    {
      ...envelope,
      position: String(envelope.position),
      aggregateVersion: String(envelope.aggregateVersion),
      audience: envelope.audience.join(','),
    },
    JSON.stringify(envelope.data),
  );

/**
 * In binary mode: attributes in headers, data alone in the value, keyed by the aggregate.
 * Source: https://github.com/cloudevents/spec/blob/v1.0.2/cloudevents/bindings/kafka-protocol-binding.md
 */
export const messageWith = (attributes: EventAttributes, value: string): Message => {
  const headers: IHeaders = {
    'content-type': 'application/json',
    ce_specversion: '1.0',
    ce_id: attributes.id,
    ce_source: attributes.source,
    ce_type: attributes.type,
    ce_time: attributes.time,
    ce_subject: attributes.aggregateId,
    ce_aggregatetype: attributes.aggregateType,
    ce_aggregateversion: attributes.aggregateVersion,
    ce_position: attributes.position,
    ce_audience: attributes.audience,
    ce_correlationid: attributes.correlationId,
  };
  if (attributes.causationId !== null) headers['ce_causationid'] = attributes.causationId;
  if (attributes.traceparent !== null) headers['traceparent'] = attributes.traceparent;
  return { key: attributes.aggregateId, value, headers };
};

const maxAttributeLength = 20_000;
/** Levels of objects and arrays in each other: far above what events have, far below what PostgreSQL reads of JSON. */
const maxDepth = 64;

/** Why a message is no event of ours. */
export class UnreadableError extends Error {}

/** The event in a message; fails with `UnreadableError`. */
export const envelopeOf = (topic: string, message: KafkaMessage): EventEnvelope => {
  const headers = message.headers ?? {};
  const reason = undecodableReason(headers);
  if (reason !== null) throw new UnreadableError(reason);
  const aggregateType = text(headers, 'ce_aggregatetype');
  if (topicOf(aggregateType) !== topic) throw new UnreadableError('the header ce_aggregatetype is not of this topic');
  return {
    id: uuid(headers, 'ce_id'),
    source: text(headers, 'ce_source'),
    type: text(headers, 'ce_type'),
    time: instant(headers, 'ce_time'),
    position: ordinal(headers, 'ce_position'),
    aggregateType,
    aggregateId: uuid(headers, 'ce_subject'),
    aggregateVersion: ordinal(headers, 'ce_aggregateversion'),
    audience: (optional(headers, 'ce_audience') ?? '').split(',').filter((id) => id !== ''),
    correlationId: text(headers, 'ce_correlationid'),
    causationId: optional(headers, 'ce_causationid'),
    traceparent: optional(headers, 'traceparent'),
    data: dataOf(message.value),
  };
};

const dataOf = (value: Buffer | null): object => {
  if (value === null) throw new UnreadableError('the message has no value');
  let data: unknown;
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(value);
    data = JSON.parse(text);
  } catch {
    throw new UnreadableError('the value is not JSON');
  }
  // What is this deep ends whatever walks through it: validators, serialisers, the database.
  if (depthOf(value) > maxDepth) throw new UnreadableError(`the value is nested more than ${maxDepth} levels deep`);
  if (typeof data !== 'object' || data === null || Array.isArray(data)) {
    throw new UnreadableError('the value is not a JSON object');
  }
  return data;
};

/** Of bytes that are JSON. */
const depthOf = (json: Buffer): number => {
  let [depth, deepest, isText] = [0, 0, false];
  for (let at = 0; at < json.length; at += 1) {
    const byte = json[at];
    if (isText) {
      if (byte === codes.backslash) at += 1;
      else if (byte === codes.quote) isText = false;
    } else if (byte === codes.quote) isText = true;
    else if (byte === codes.brace || byte === codes.bracket) deepest = Math.max(deepest, (depth += 1));
    else if (byte === codes.endOfBrace || byte === codes.endOfBracket) depth -= 1;
  }
  return deepest;
};

const codes = {
  quote: 0x22,
  backslash: 0x5c,
  brace: 0x7b,
  endOfBrace: 0x7d,
  bracket: 0x5b,
  endOfBracket: 0x5d,
} as const;

const optional = (headers: IHeaders, name: string): string | null => {
  const value = headers[name];
  const first = (Array.isArray(value) ? value[0] : value)?.toString() ?? null;
  // NUL can be stored nowhere, and no attribute of ours comes near the limit.
  if (first !== null && (first.includes('\0') || first.length > maxAttributeLength)) {
    throw new UnreadableError(`the header ${name} is not one of ours`);
  }
  return first;
};

const text = (headers: IHeaders, name: string): string => {
  const value = optional(headers, name);
  if (value === null || value === '') throw new UnreadableError(`the header ${name} is missing`);
  return value;
};

const uuid = (headers: IHeaders, name: string): string => {
  const value = text(headers, name);
  if (!isUuid(value)) throw new UnreadableError(`the header ${name} is not a UUID`);
  return value;
};

const instant = (headers: IHeaders, name: string): string => {
  const value = text(headers, name);
  if (Number.isNaN(Date.parse(value))) throw new UnreadableError(`the header ${name} is not an instant`);
  return value;
};

// Both count in columns of the database: a version in an integer, a position in a safe part of a bigint.
const ordinal = (headers: IHeaders, name: string): number => {
  const value = Number(text(headers, name));
  const largest = name === 'ce_position' ? Number.MAX_SAFE_INTEGER : 2 ** 31 - 1;
  if (!Number.isInteger(value) || value < 1 || value > largest) {
    throw new UnreadableError(`the header ${name} is not a number from 1`);
  }
  return value;
};
