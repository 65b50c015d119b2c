import { type EventEnvelope, topicOf } from '#contracts/envelope';
import {
  type Database,
  isInfrastructureFailure,
  MessageContext,
  type Prepared,
  type Transaction,
} from '../database/index.js';
import { isSampled, type Span, traced, type Tracing } from '../tracing/index.js';
import { DeadLetters } from './dead-letters.js';
import type { AggregateHandlers, EventHandler } from './event-handlers.js';
import type { Subscription, UnreadableMessage } from './event-transport.js';
import { failpoint } from './failpoints.js';
import { payloadOf } from './payload.js';
import { maxVersionJump, VersionJumpError } from './version-jump.js';

export interface ConsumerDefinition {
  /** Name of the group. */
  readonly consumer: string;
  /** One for each kind of aggregate that it hears. */
  readonly handles: readonly AggregateHandlers[];
  /**
   * Resolves when an event may be handled, for what depends on another consumer's work; nothing of the database is held
   * meanwhile. A rejection means "not now", and the event comes again after a pause. It is not asked for replays.
   */
  until?(envelope: EventEnvelope): Promise<void>;
}

/**
 * Handles each event once: a note per aggregate of the last version handled is written in the transaction of the effect,
 * and what isn't newer is dropped. An event on which its handler fails is put aside and tried again a few times, later
 * ones of the same aggregate wait behind it, all others go on. Failures of the machinery are nobody's fault and are passed
 * on to the transport, which tries again.
 */
export class EventConsumer implements Subscription {
  readonly consumer: string;
  readonly topics: readonly string[];
  readonly durable = true;
  readonly deadLetters: DeadLetters;
  private readonly handlers: Readonly<Record<string, EventHandler>>;
  private readonly noteHandled: Prepared;
  private jumped = 0;

  constructor(
    private readonly database: Database,
    private readonly definition: ConsumerDefinition,
  ) {
    this.consumer = definition.consumer;
    this.noteHandled = noteHandledIn(database.schema);
    this.topics = definition.handles.map(({ aggregateType }) => topicOf(aggregateType));
    this.handlers = Object.assign({}, ...definition.handles.map(({ handlers }) => handlers));
    this.deadLetters = new DeadLetters(database, definition.consumer, async (envelope, tx) => {
      // One that is the first of its aggregate may be far ahead: what came before it may be pruned.
      await this.assertNoJump(envelope, tx, 'of-known');
      if (!(await this.note(envelope, tx, 'always'))) return;
      await MessageContext.run(contextOf(envelope, null), () => this.effect(envelope, tx));
    });
  }

  /** Events of this process that were put aside because they were far ahead of their aggregates. */
  get versionJumps(): number {
    return this.jumped;
  }

  async handle(envelope: EventEnvelope): Promise<void> {
    if (this.handlers[envelope.type] === undefined) return;
    await this.definition.until?.(envelope);
    try {
      await traced(
        (tracing) => handlingSpan(tracing, this.consumer, envelope),
        (span) =>
          MessageContext.run(contextOf(envelope, span), () =>
            this.database.transaction({ kind: 'marketplace' }, (tx) => this.once(envelope, tx)),
          ),
      );
    } catch (error) {
      if (isInfrastructureFailure(error)) throw error;
      if (error instanceof VersionJumpError) this.jumped += 1;
      await this.deadLetters.putAside(envelope, error);
    }
  }

  handleUnreadable(message: UnreadableMessage): Promise<void> {
    return this.deadLetters.putAsideUnreadable(message);
  }

  /** Forgets what was handled, so that all of it is handled again when it comes again: for a projection that is rebuilt. */
  async startOver(tx: Transaction): Promise<void> {
    await tx.execute(`DELETE FROM ${this.database.schema}.inbox WHERE consumer = $1`, [this.consumer]);
  }

  private async once(envelope: EventEnvelope, tx: Transaction): Promise<void> {
    const isNew =
      (await this.note(envelope, tx, 'if-next')) ||
      // Rarely: a duplicate, one far ahead, one that has to wait, or one behind which those before it have just been replayed.
      (!(await this.deadLetters.parkBehindEarlier(envelope, tx)) &&
        (await this.assertNoJump(envelope, tx, 'of-any')) &&
        (await this.note(envelope, tx, 'always')));
    if (isNew) await this.effect(envelope, tx);
  }

  /** @throws VersionJumpError for an event that is far ahead of what is known of its aggregate, or of any at its beginning */
  private async assertNoJump(
    { aggregateType, aggregateId, aggregateVersion }: EventEnvelope,
    tx: Transaction,
    of: 'of-any' | 'of-known',
  ): Promise<true> {
    const [known] = await tx.query<{ version: number }>(
      `SELECT last_version AS version FROM ${this.database.schema}.inbox
       WHERE consumer = $1 AND aggregate_type = $2 AND aggregate_id = $3::uuid`,
      [this.consumer, aggregateType, aggregateId],
    );
    if (known === undefined && of === 'of-known') return true;
    const last = known?.version ?? 0;
    if (aggregateVersion > last + maxVersionJump) throw new VersionJumpError(last, aggregateVersion);
    return true;
  }

  /** Notes the event as handled; false when it was before, or, if it has to be the next one, may not be yet. */
  private async note(envelope: EventEnvelope, tx: Transaction, when: 'always' | 'if-next') {
    const { aggregateType, aggregateId, aggregateVersion } = envelope;
    const noted = await tx.execute(this.noteHandled, [
      this.consumer,
      aggregateType,
      aggregateId,
      aggregateVersion,
      when,
    ]);
    if (noted === 1) failpoint('between-inbox-and-effect');
    return noted === 1;
  }

  private async effect(envelope: EventEnvelope, tx: Transaction): Promise<void> {
    const handler = this.handlers[envelope.type];
    if (handler === undefined) return;
    const data = await payloadOf(handler.payload, envelope);
    await handler.handle({ ...envelope, data }, tx);
  }
}

/** What follows from an event belongs to its handling, where that is traced. */
const contextOf = ({ correlationId, id, traceparent }: EventEnvelope, span: Span | null): MessageContext => ({
  correlationId,
  causationId: id,
  traceparent: span?.traceparent ?? traceparent,
});

/** Only of what belongs to a trace: consumers read all of the past, too. */
function handlingSpan(tracing: Tracing, consumer: string, envelope: EventEnvelope): Span | null {
  const { traceparent: parent, aggregateType, id, type } = envelope;
  if (!isSampled(parent)) return null;
  const topic = topicOf(aggregateType);
  const attributes = {
    'messaging.operation.name': 'process',
    'messaging.operation.type': 'process',
    'messaging.destination.name': topic,
    'messaging.consumer.group.name': consumer,
    'messaging.message.id': id,
    'cloudevents.event_type': type,
  };
  return tracing.start({ name: `process ${topic}`, kind: 'consumer', parent, attributes });
}

/** Notes the version $4 of an aggregate as handled: `always`, or, as $5 has it, only where nothing before it is missing. */
const noteHandledIn = (schema: string): Prepared => ({
  name: 'inbox-note',
  text: `INSERT INTO ${schema}.inbox AS known (consumer, aggregate_type, aggregate_id, last_version)
         SELECT $1, $2, $3::uuid, $4::int WHERE $5 = 'always' OR (NOT EXISTS (
           SELECT FROM ${schema}.dead_letter
           WHERE consumer = $1 AND aggregate_type = $2 AND aggregate_id = $3::uuid AND resolved_at IS NULL
             AND aggregate_version <= $4::int)
           AND $4::int <= ${maxVersionJump} + coalesce((SELECT last_version FROM ${schema}.inbox
             WHERE consumer = $1 AND aggregate_type = $2 AND aggregate_id = $3::uuid), 0))
         ON CONFLICT (consumer, aggregate_type, aggregate_id) DO UPDATE SET last_version = excluded.last_version
           WHERE known.last_version < excluded.last_version`,
});
