import type { EventEnvelope } from '#contracts/envelope';
import type { Journal } from './journal.js';

/** Something that came in and could not be read as an event. */
export interface UnreadableMessage {
  readonly topic: string;
  /** Partition and offset, `0:17`, so that the same message is known when it comes again. */
  readonly offset: string;
  readonly key: string | null;
  readonly raw: Buffer;
  readonly cause: string;
}

/** What a consumer group wants to hear. */
export interface Subscription {
  /** Name of the group: its members share the events, and its offset is kept. */
  readonly consumer: string;
  readonly topics: readonly string[];
  /**
   * False for what every process needs for itself, such as an index in memory: it hears everything from the beginning
   * each time it starts, and its offset is kept nowhere.
   */
  readonly durable: boolean;
  /** Handles one event; a rejection means "not now", and the event comes again after a pause. */
  handle(envelope: EventEnvelope): Promise<void>;
  handleUnreadable(message: UnreadableMessage): Promise<void>;
}

/** How far a consumer has come, for health and metrics. */
export interface ConsumerProgress {
  readonly consumer: string;
  /** Messages that wait, at most (some may be of topics that it doesn't follow); null while that isn't known. */
  readonly lag: number | null;
  /** Since when the same event, or the way to it, has failed for reasons of the machinery; null when all is well. */
  readonly failingSince: string | null;
  /** When it last handled something, or looked and found nothing. */
  readonly lastProgressAt: string | null;
  /** It ought to get on and doesn't, although nothing is known to fail, or starting it anew was tried too often: only a new process helps. */
  readonly stalled: boolean;
}

/** Token under which main provides the transport; there are two of them. */
export const eventTransportToken = 'EventTransport';

/** Carries events from journals to consumers: at least once, in order per aggregate, from the beginning if wanted. */
export interface EventTransport {
  /** Follows a journal from where it was left. */
  publishFrom(journal: Journal): Promise<void>;
  subscribe(subscription: Subscription): Promise<void>;
  progress(): readonly ConsumerProgress[];
  /** Stops consumers after the event in hand, then publishers after what the journal holds; at most a few seconds. Idempotent. */
  stop(): Promise<void>;
}
