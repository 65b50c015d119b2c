import type { EventEnvelope } from '#contracts/envelope';
import { plainToInstance } from 'class-transformer';
import { validate } from 'class-validator';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Database, MessageContext, type Transaction } from '../database/index.js';
import { DeadLetters } from './dead-letters.js';
import type { Subscription, UnreadableMessage } from './event-transport.js';
import { failpoint } from './failpoints.js';
import { isInfrastructureFailure } from './infrastructure-failure.js';

/** What is done about one type of event. */
export interface EventHandler {
  /** Class of the data; an event that doesn't fit it is refused. */
  readonly payload: new () => object;
  /** The effect, in the transaction that also notes the event as handled. */
  handle(event: EventEnvelope, tx: Transaction): Promise<void>;
}

/** Ties a handler to the class of its data. */
export const on = <Data extends object>(
  payload: new () => Data,
  handle: (event: EventEnvelope<Data>, tx: Transaction) => Promise<void>,
): EventHandler => ({ payload, handle: (event, tx) => handle(event as EventEnvelope<Data>, tx) });

export interface ConsumerDefinition {
  /** Name of the group. */
  readonly consumer: string;
  readonly topics: readonly string[];
  /** By event type; other types are passed over. */
  readonly handlers: Readonly<Record<string, EventHandler>>;
}

/** How often a handler may fail on an event before the event is put aside. */
const maxAttempts = 4;

/**
 * Handles each event once: a note per aggregate of the last version handled is written in the transaction of the effect,
 * and what isn't newer is dropped. An event on which its handler keeps failing is put aside with its cause; later ones of
 * the same aggregate wait behind it, all others go on. Failures of the machinery are nobody's fault and are passed on to
 * the transport, which tries again.
 */
export class EventConsumer implements Subscription {
  readonly consumer: string;
  readonly topics: readonly string[];
  readonly durable = true;
  readonly deadLetters: DeadLetters;
  private readonly handlers: Readonly<Record<string, EventHandler>>;

  constructor(
    private readonly database: Database,
    definition: ConsumerDefinition,
  ) {
    this.consumer = definition.consumer;
    this.topics = definition.topics;
    this.handlers = definition.handlers;
    this.deadLetters = new DeadLetters(database, definition.consumer, (envelope, tx) => this.effect(envelope, tx));
  }

  async handle(envelope: EventEnvelope): Promise<void> {
    if (this.handlers[envelope.type] === undefined) return;
    for (let attempt = 1; ; attempt += 1) {
      try {
        await this.once(envelope);
        return;
      } catch (error) {
        if (isInfrastructureFailure(error)) throw error;
        if (attempt === maxAttempts) {
          await this.deadLetters.putAside(envelope, error, attempt);
          return;
        }
        await sleep(10 * 4 ** attempt);
      }
    }
  }

  handleUnreadable(message: UnreadableMessage): Promise<void> {
    return this.deadLetters.putAsideUnreadable(message);
  }

  private once(envelope: EventEnvelope): Promise<void> {
    return this.database.transaction({ kind: 'marketplace' }, async (tx) => {
      if (await this.deadLetters.parkBehindEarlier(envelope, tx)) return;
      await this.effect(envelope, tx);
    });
  }

  /** Notes the event and does what is to be done about it; nothing when it was handled before. */
  private async effect(envelope: EventEnvelope, tx: Transaction): Promise<void> {
    const handler = this.handlers[envelope.type];
    if (handler === undefined) return;
    const noted = await tx.execute(
      `INSERT INTO ${this.database.schema}.inbox AS known (consumer, aggregate_type, aggregate_id, last_version)
       VALUES ($1, $2, $3, $4)
       ON CONFLICT (consumer, aggregate_type, aggregate_id) DO UPDATE SET last_version = excluded.last_version
         WHERE known.last_version < excluded.last_version`,
      [this.consumer, envelope.aggregateType, envelope.aggregateId, envelope.aggregateVersion],
    );
    if (noted === 0) return;
    failpoint('between-inbox-and-effect');
    const context = {
      correlationId: envelope.correlationId,
      causationId: envelope.id,
      traceparent: envelope.traceparent,
    };
    const data = await validData(handler.payload, envelope);
    await MessageContext.run(context, () => handler.handle({ ...envelope, data }, tx));
  }
}

async function validData(payload: new () => object, envelope: EventEnvelope): Promise<object> {
  const data = plainToInstance(payload, envelope.data);
  const problems = await validate(data, { forbidUnknownValues: true });
  if (problems.length > 0) {
    throw new Error(
      `the data of ${envelope.type} does not fit: ${problems.map(({ property }) => property).join(', ')}`,
    );
  }
  return data;
}
