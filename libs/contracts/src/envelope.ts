/** An event as a use case hands it over, before the journal gives it a position. */
export interface EventDraft {
  /** `<noun>.<past>.v<n>`, e.g. `booking.confirmed.v1`. */
  readonly type: string;
  /** Noun of the aggregate; the topic is `ajudant.<aggregateType>`. */
  readonly aggregateType: string;
  readonly aggregateId: string;
  /** Ordinal of this event in its aggregate, from 1, without gaps. */
  readonly aggregateVersion: number;
  /** Organisations that may read the event in `/v1/events`; empty for events of the marketplace alone. */
  readonly audience: readonly string[];
  readonly data: object;
}

/** An event as consumers get it: the CloudEvents 1.0 attributes that matter here, and the data. */
export interface EventEnvelope<Data extends object = object> extends EventDraft {
  /** UUIDv7; the CloudEvents `id`. */
  readonly id: string;
  /** `/ajudant/api` or `/ajudant/matcher`; the CloudEvents `source`. */
  readonly source: string;
  /** When the fact happened, RFC 3339 UTC. */
  readonly time: string;
  /** Place in the journal of its source; grows, may have gaps. */
  readonly position: number;
  readonly correlationId: string;
  readonly causationId: string | null;
  readonly traceparent: string | null;
  readonly data: Data;
}

export const topicOf = (aggregateType: string): string => `ajudant.${aggregateType}`;

/** The class of an event's data, named by the event's type. */
export interface EventClass {
  new (): object;
  readonly type: string;
}

/** Every event that the aggregates of one kind tell, by type. */
export interface AggregateEvents<Classes extends Readonly<Record<string, EventClass>> = Record<string, EventClass>> {
  /** Noun of the aggregate, as in the envelope. */
  readonly aggregateType: string;
  readonly classes: Classes;
}
