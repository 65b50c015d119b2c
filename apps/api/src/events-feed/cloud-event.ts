import type { EventEnvelope } from '#contracts/envelope';

/**
 * An event as a CloudEvent in JSON, with the attributes that its message on Kafka has in headers. The position is text, as integers of
 * CloudEvents end at 2,147,483,647.
 * Source: https://github.com/cloudevents/spec/blob/v1.0.2/cloudevents/formats/json-format.md
 */
export interface CloudEvent {
  readonly specversion: '1.0';
  readonly id: string;
  readonly source: string;
  readonly type: string;
  readonly time: string;
  /** The aggregate. */
  readonly subject: string;
  readonly datacontenttype: 'application/json';
  readonly aggregatetype: string;
  readonly aggregateversion: number;
  readonly position: string;
  readonly correlationid: string;
  readonly causationid?: string;
  readonly data: object;
}

/** Without its audience: who else may read it is nobody's business. */
export function cloudEventOf(envelope: EventEnvelope): CloudEvent {
  const { id, source, type, time, aggregateId, aggregateType, aggregateVersion, position } = envelope;
  const { correlationId, causationId, data } = envelope;
  return {
    specversion: '1.0',
    id,
    source,
    type,
    time,
    subject: aggregateId,
    datacontenttype: 'application/json',
    aggregatetype: aggregateType,
    aggregateversion: aggregateVersion,
    position: String(position),
    correlationid: correlationId,
    ...(causationId !== null && { causationid: causationId }),
    data,
  };
}
