import { type EventEnvelope, topicOf } from '#contracts/envelope';
import { MessageDeadLetteredV1, MessageReplayedV1 } from '#contracts/messages';
import { v7 as uuidv7 } from 'uuid';
import type { Database, Transaction } from '../database/index.js';
import type { UnreadableMessage } from './event-transport.js';
import { isInfrastructureFailure } from './infrastructure-failure.js';

interface WaitingLetter {
  readonly id: string;
  readonly status: 'dead' | 'parked';
  readonly envelope: EventEnvelope;
}

export interface ReplayOutcome {
  readonly replayed: number;
  /** What still waits behind the event that failed again. */
  readonly waiting: number;
  /** Why the first of those failed; null when all went through. */
  readonly cause: string | null;
}

type Effect = (envelope: EventEnvelope, tx: Transaction) => Promise<void>;

const marketplace = { kind: 'marketplace' } as const;

/** Events that a consumer could not handle, and those of the same aggregates that wait behind them. */
export class DeadLetters {
  private readonly table: string;

  constructor(
    private readonly database: Database,
    private readonly consumer: string,
    private readonly effect: Effect,
  ) {
    this.table = `${database.schema}.dead_letter`;
  }

  /** Parks the event if an earlier one of its aggregate waits; says whether it did. */
  async parkBehindEarlier(envelope: EventEnvelope, tx: Transaction): Promise<boolean> {
    if (!(await this.hasWaiting(envelope, tx))) return false;
    await this.lockAggregate(envelope, tx);
    // A replay may have finished while we waited for the lock.
    if (!(await this.hasWaiting(envelope, tx))) return false;
    await this.insert(tx, envelope, 'parked', 'an earlier event of the same aggregate waits', 0);
    return true;
  }

  putAside(envelope: EventEnvelope, error: unknown, attempts: number): Promise<void> {
    return this.database.transaction(marketplace, async (tx) => {
      await this.lockAggregate(envelope, tx);
      const id = await this.insert(tx, envelope, 'dead', causeOf(error), attempts);
      if (id === null) return;
      await this.announce(tx, id, {
        topic: topicOf(envelope.aggregateType),
        eventId: envelope.id,
        eventType: envelope.type,
        aggregateType: envelope.aggregateType,
        aggregateId: envelope.aggregateId,
        cause: causeOf(error),
      });
    });
  }

  putAsideUnreadable(message: UnreadableMessage): Promise<void> {
    return this.database.transaction(marketplace, async (tx) => {
      const id = uuidv7();
      await tx.execute(
        `INSERT INTO ${this.table} (id, consumer, topic, raw, cause, attempts, status) VALUES ($1, $2, $3, $4, $5, 1, 'dead')`,
        [id, this.consumer, message.topic, message.raw, message.cause],
      );
      const unknown = { eventId: null, eventType: null, aggregateType: null, aggregateId: message.key };
      await this.announce(tx, id, { topic: message.topic, cause: message.cause, ...unknown });
    });
  }

  /** Applies what waits of an aggregate, in order, and stops at the first that fails again. */
  async replay(aggregateType: string, aggregateId: string): Promise<ReplayOutcome> {
    for (let replayed = 0; ; replayed += 1) {
      let letter: WaitingLetter | undefined;
      try {
        letter = await this.database.transaction(marketplace, async (tx) => {
          await this.lockAggregate({ aggregateType, aggregateId }, tx);
          const [first] = await this.waiting(tx, aggregateType, aggregateId);
          letter = first;
          if (first === undefined) return undefined;
          await this.effect(first.envelope, tx);
          await this.resolve(tx, first);
          return first;
        });
      } catch (error) {
        if (letter === undefined || isInfrastructureFailure(error)) throw error;
        return { replayed, ...(await this.keepWaiting(letter, error, aggregateType, aggregateId)) };
      }
      if (letter === undefined) return { replayed, waiting: 0, cause: null };
    }
  }

  private keepWaiting(letter: WaitingLetter, error: unknown, aggregateType: string, aggregateId: string) {
    return this.database.transaction(marketplace, async (tx) => {
      const cause = causeOf(error);
      await tx.execute(`UPDATE ${this.table} SET status = 'dead', cause = $2, attempts = attempts + 1 WHERE id = $1`, [
        letter.id,
        cause,
      ]);
      return { waiting: (await this.waiting(tx, aggregateType, aggregateId)).length, cause };
    });
  }

  private async resolve(tx: Transaction, letter: WaitingLetter): Promise<void> {
    await tx.execute(`UPDATE ${this.table} SET status = 'replayed', resolved_at = now() WHERE id = $1`, [letter.id]);
    if (letter.status === 'parked') return;
    await tx.append([
      {
        type: MessageReplayedV1.type,
        aggregateType: 'dead-letter',
        aggregateId: letter.id,
        aggregateVersion: 2,
        audience: [],
        data: { consumer: this.consumer, service: this.database.schema },
      },
    ]);
  }

  private waiting(tx: Transaction, aggregateType: string, aggregateId: string): Promise<WaitingLetter[]> {
    return tx.query<WaitingLetter>(
      `SELECT id, status, envelope FROM ${this.table}
        WHERE consumer = $1 AND aggregate_type = $2 AND aggregate_id = $3 AND status <> 'replayed'
        ORDER BY aggregate_version LIMIT 1000`,
      [this.consumer, aggregateType, aggregateId],
    );
  }

  private async hasWaiting(envelope: EventEnvelope, tx: Transaction): Promise<boolean> {
    const found = await tx.query(
      `SELECT 1 FROM ${this.table}
        WHERE consumer = $1 AND aggregate_type = $2 AND aggregate_id = $3 AND status <> 'replayed' LIMIT 1`,
      [this.consumer, envelope.aggregateType, envelope.aggregateId],
    );
    return found.length > 0;
  }

  /** Parking and replaying of one aggregate take turns, so that nothing is parked behind what is just being resolved. */
  private async lockAggregate(
    { aggregateType, aggregateId }: Pick<EventEnvelope, 'aggregateType' | 'aggregateId'>,
    tx: Transaction,
  ): Promise<void> {
    await tx.query(`SELECT pg_advisory_xact_lock(hashtextextended($1, 0))`, [
      `dead-letter ${this.consumer} ${aggregateType} ${aggregateId}`,
    ]);
  }

  /** Null when this very event was put aside before, or was handled after all. */
  private async insert(
    tx: Transaction,
    envelope: EventEnvelope,
    status: 'dead' | 'parked',
    cause: string,
    attempts: number,
  ): Promise<string | null> {
    const [row] = await tx.query<{ id: string }>(
      `INSERT INTO ${this.table} (id, consumer, topic, aggregate_type, aggregate_id, aggregate_version, envelope, cause,
                                  attempts, status)
       SELECT $1, $2, $3, $4, $5::uuid, $6, $7, $8, $9, $10
        WHERE NOT EXISTS (SELECT FROM ${this.table} WHERE consumer = $2 AND aggregate_type = $4
                             AND aggregate_id = $5::uuid AND aggregate_version = $6)
          AND NOT EXISTS (SELECT FROM ${this.database.schema}.inbox WHERE consumer = $2 AND aggregate_type = $4
                             AND aggregate_id = $5::uuid AND last_version >= $6)
       RETURNING id`,
      [
        uuidv7(),
        this.consumer,
        topicOf(envelope.aggregateType),
        envelope.aggregateType,
        envelope.aggregateId,
        envelope.aggregateVersion,
        JSON.stringify(envelope),
        cause,
        attempts,
        status,
      ],
    );
    return row?.id ?? null;
  }

  private async announce(
    tx: Transaction,
    id: string,
    data: Omit<MessageDeadLetteredV1, 'consumer' | 'service'>,
  ): Promise<void> {
    await tx.append([
      {
        type: MessageDeadLetteredV1.type,
        aggregateType: 'dead-letter',
        aggregateId: id,
        aggregateVersion: 1,
        audience: [],
        data: { ...data, consumer: this.consumer, service: this.database.schema },
      },
    ]);
  }
}

const causeOf = (error: unknown): string => (error instanceof Error ? error.message : String(error)).slice(0, 2_000);
