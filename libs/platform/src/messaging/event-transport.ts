import type { EventEnvelope } from '#contracts/envelope';
import type { Journal } from './journal.js';

/** Something that came in and could not be read as an event. */
export interface UnreadableMessage {
  readonly topic: string;
  readonly key: string | null;
  readonly raw: Buffer;
  readonly cause: string;
}

/** What a consumer group wants to hear. */
export interface Subscription {
  /** Name of the group: its members share the events, and its place is kept. */
  readonly consumer: string;
  readonly topics: readonly string[];
  /**
   * False for what every process needs for itself, such as an index in memory: it hears everything from the beginning
   * each time it starts, and its place is kept nowhere.
   */
  readonly durable: boolean;
  /** Handles one event; a rejection means "not now", and the event comes again after a pause. */
  handle(envelope: EventEnvelope): Promise<void>;
  handleUnreadable(message: UnreadableMessage): Promise<void>;
}

/** How far a consumer has come, for readiness and metrics. */
export interface ConsumerProgress {
  readonly consumer: string;
  /** Events known to wait; null when the transport can't tell. */
  readonly lag: number | null;
  /** Since when the same event has failed for reasons of the machinery; null when all is well. */
  readonly failingSince: string | null;
}

/** Token under which main provides the transport; there are two of them. */
export const eventTransportToken = 'EventTransport';

/** Carries events from journals to consumers: at least once, in order per aggregate, from the beginning if wanted. */
export interface EventTransport {
  /** Follows a journal from where it was left. */
  publishFrom(journal: Journal): Promise<void>;
  subscribe(subscription: Subscription): Promise<void>;
  progress(): readonly ConsumerProgress[];
  /** Stops consumers after the event in hand, then publishers after what the journal holds; at most a few seconds. */
  stop(): Promise<void>;
}
