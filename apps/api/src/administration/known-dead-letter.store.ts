import { marketplace } from '#access';
import type {
  DeadLetterDto,
  DeadLetterQueryDto,
  DiscardAskedDto,
  MessageDeadLetteredV1,
  MessageParkedV1,
} from '#contracts';
import { DomainError } from '#domain';
import type { Transaction } from '#platform/database';
import { Injectable } from '@nestjs/common';
import { ApiDatabase } from '../api-database.js';

/** A dead letter of either service, as far as events told of it. */
export type KnownDeadLetter = Omit<DeadLetterDto, 'putAsideAt' | 'replayedAt' | 'replayAskedAt' | 'discardedAt'> & {
  readonly putAsideAt: Date;
  readonly replayedAt: Date | null;
  readonly replayAskedAt: Date | null;
  readonly discardedAt: Date | null;
};

const columns = `id, service, consumer, topic, event_id AS "eventId", event_type AS "eventType",
  event_version AS "eventVersion", aggregate_type AS "aggregateType", aggregate_id AS "aggregateId", cause, status,
  put_aside_at AS "putAsideAt", replayed_at AS "replayedAt", replay_asked_at AS "replayAskedAt",
  discarded_at AS "discardedAt", discard_asked AS "discardAsked"`;

@Injectable()
export class KnownDeadLetterStore {
  constructor(private readonly database: ApiDatabase) {}

  /** Notes that a letter was put aside; one that failed again gets its new cause. */
  async keep(
    tx: Transaction,
    id: string,
    told: MessageDeadLetteredV1 | MessageParkedV1,
    status: 'dead' | 'parked',
    at: string,
  ): Promise<void> {
    const cause = 'cause' in told ? told.cause : null;
    await tx.execute(
      `INSERT INTO api.known_dead_letter (id, service, consumer, topic, event_id, event_type, event_version,
                                          aggregate_type, aggregate_id, cause, status, put_aside_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
       ON CONFLICT (id) DO UPDATE SET cause = excluded.cause, status = excluded.status`,
      [
        id,
        told.service,
        told.consumer,
        told.topic,
        told.eventId,
        told.eventType,
        told.eventVersion,
        told.aggregateType,
        told.aggregateId,
        cause,
        status,
        at,
      ],
    );
  }

  async noteReplayed(tx: Transaction, id: string, at: string): Promise<void> {
    await tx.execute(`UPDATE api.known_dead_letter SET status = 'replayed', replayed_at = $2 WHERE id = $1`, [id, at]);
  }

  async noteReplayAsked(tx: Transaction, id: string, at: string): Promise<void> {
    await tx.execute(`UPDATE api.known_dead_letter SET replay_asked_at = $2 WHERE id = $1`, [id, at]);
  }

  async noteDiscarded(tx: Transaction, id: string, at: string): Promise<void> {
    const note = `UPDATE api.known_dead_letter SET status = 'discarded', discarded_at = $2 WHERE id = $1`;
    await tx.execute(note, [id, at]);
  }

  /** Who asked first, and why, stays. */
  async noteDiscardAsked(tx: Transaction, id: string, asked: DiscardAskedDto): Promise<void> {
    const note = `UPDATE api.known_dead_letter SET discard_asked = $2 WHERE id = $1 AND discard_asked IS NULL`;
    await tx.execute(note, [id, JSON.stringify(asked)]);
  }

  /** @throws DomainError `dead-letter.not-found` */
  load(id: string): Promise<KnownDeadLetter> {
    return this.database.transaction(marketplace, async (tx) => {
      const [letter] = await tx.query<KnownDeadLetter>(`SELECT ${columns} FROM api.known_dead_letter WHERE id = $1`, [
        id,
      ]);
      if (letter === undefined) throw new DomainError('dead-letter.not-found');
      return letter;
    });
  }

  /** What waits in services other than this one. */
  async countOfOthers(service: string): Promise<{ readonly dead: number; readonly parked: number }> {
    const [count] = await this.database.read(marketplace, (tx) =>
      tx.query<{ dead: number; parked: number }>(
        `SELECT count(*) FILTER (WHERE status = 'dead')::int AS dead, count(*) FILTER (WHERE status = 'parked')::int AS parked
           FROM api.known_dead_letter WHERE status IN ('dead', 'parked') AND service <> $1`,
        [service],
      ),
    );
    return count ?? { dead: 0, parked: 0 };
  }

  /** In order of their ids, which is the order in which they were put aside. */
  list(query: DeadLetterQueryDto, limit: number, afterId: string | null): Promise<KnownDeadLetter[]> {
    return this.database.transaction(marketplace, (tx) =>
      tx.query<KnownDeadLetter>(
        `SELECT ${columns} FROM api.known_dead_letter
          WHERE ($1::text IS NULL OR status = $1) AND ($2::text IS NULL OR service = $2)
            AND ($3::uuid IS NULL OR id > $3) ORDER BY id LIMIT $4`,
        [query.status ?? null, query.service ?? null, afterId, limit],
      ),
    );
  }
}
