import type { EventEnvelope } from '#contracts/envelope';

/** A part of the journal without gaps: whoever has come as far as `after` has with it come as far as `end`. */
export interface EventBatch {
  readonly after: number;
  /** Those of the topics asked for, in order. */
  readonly events: readonly EventEnvelope[];
  readonly end: number;
}

/** What was found by reading on. */
export interface ReadBatch extends EventBatch {
  /** Whether there may be more right away. */
  readonly hasMore: boolean;
}
