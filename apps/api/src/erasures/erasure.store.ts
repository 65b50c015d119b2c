import { marketplace } from '#access';
import { type ErasureDto, ErasureAskedV1, ErasureSettledV1, type KeptOfPersonDto } from '#contracts';
import { demand, DomainError, type ErasureHindrance, type ErasureStatus } from '#domain';
import type { Transaction } from '#platform/database';
import { Injectable } from '@nestjs/common';
import { ApiDatabase } from '../api-database.js';
import { hindrancesOf } from '../identity/person-erasure.js';

export interface Erasure extends Omit<ErasureDto, 'hindrances'> {
  readonly status: ErasureStatus;
}

type ErasureRow = Omit<Erasure, 'askedAt' | 'dueAt' | 'settledAt'> & {
  readonly askedAt: Date;
  readonly dueAt: Date;
  readonly settledAt: Date | null;
};

/** What became of a request, and who said so. */
export interface Settlement {
  readonly as: Exclude<ErasureStatus, 'asked'>;
  readonly by: string | null;
  readonly refusal: string | null;
  readonly pseudonym: string | null;
  readonly kept: readonly KeptOfPersonDto[];
  readonly goesAt: string | null;
  readonly now: string;
}

const columns = `id, user_id AS "userId", version, status, asked_at AS "askedAt", due_at AS "dueAt", settled_at AS "settledAt", refusal,
  pseudonym, kept`;

/** Requests of people to be erased. They belong to no organisation, so each call names whose they are, or is an administrator's. */
@Injectable()
export class ErasureStore {
  constructor(private readonly database: ApiDatabase) {}

  async add(tx: Transaction, { id, userId, askedAt, dueAt }: Erasure): Promise<void> {
    await tx.execute(
      `INSERT INTO api.erasure (id, user_id, version, status, asked_at, due_at, kept) VALUES ($1, $2, 1, 'asked', $3, $4, '[]')`,
      [id, userId, askedAt, dueAt],
    );
    await tx.append([
      {
        type: ErasureAskedV1.type,
        aggregateType: 'erasure',
        aggregateId: id,
        aggregateVersion: 1,
        audience: [],
        data: { userId, askedAt, dueAt },
      },
    ]);
  }

  /** Requests of somebody that are not settled. */
  async open(tx: Transaction, userId: string): Promise<number> {
    return tx.count(`api.erasure WHERE user_id = $1 AND status = 'asked'`, [userId]);
  }

  /**
   * Locked until the transaction is over.
   * @param userId whose it has to be; anybody's with null
   * @throws DomainError `erasure.not-found`, `precondition.stale`
   */
  async lock(
    tx: Transaction,
    id: string,
    { userId, expected }: { userId: string | null; expected: number | null },
  ): Promise<Erasure> {
    const [row] = await tx.query<ErasureRow>(
      `SELECT ${columns} FROM api.erasure WHERE id = $1 AND ($2::uuid IS NULL OR user_id = $2) FOR UPDATE`,
      [id, userId],
    );
    demand(row !== undefined, 'erasure.not-found');
    if (expected !== null && row.version !== expected) throw new DomainError('precondition.stale');
    return erasure(row);
  }

  async settle(tx: Transaction, { id, userId, version }: Erasure, settlement: Settlement): Promise<ErasureDto> {
    const { as, by, refusal, pseudonym, kept, goesAt, now } = settlement;
    const [row] = await tx.query<ErasureRow>(
      `UPDATE api.erasure SET version = version + 1, status = $2, settled_at = $3, settled_by = $4, refusal = $5, pseudonym = $6,
              kept = $7, goes_at = $8
        WHERE id = $1 RETURNING ${columns}`,
      [id, as, now, by, refusal, pseudonym, JSON.stringify(kept), goesAt],
    );
    await tx.append([
      {
        type: ErasureSettledV1.type,
        aggregateType: 'erasure',
        aggregateId: id,
        aggregateVersion: version + 1,
        audience: [],
        data: { userId, as, settledAt: now },
      },
    ]);
    return { ...erasure(row!), hindrances: [] };
  }

  /** One, as an administrator sees it. @throws DomainError `erasure.not-found` */
  one(id: string): Promise<ErasureDto> {
    return this.database.transaction(marketplace, async (tx) => {
      const [row] = await tx.query<ErasureRow>(`SELECT ${columns} FROM api.erasure WHERE id = $1`, [id]);
      demand(row !== undefined, 'erasure.not-found');
      return told(tx, erasure(row));
    });
  }

  /** Somebody's own, the latest first. */
  of(userId: string): Promise<ErasureDto[]> {
    return this.database.transaction(marketplace, async (tx) => {
      const rows = await tx.query<ErasureRow>(
        `SELECT ${columns} FROM api.erasure WHERE user_id = $1 ORDER BY id DESC LIMIT 20`,
        [userId],
      );
      return inTurn(rows, (row) => told(tx, erasure(row)));
    });
  }

  /** In the order in which they were asked. */
  page(status: ErasureStatus | undefined, after: string | null, limit: number): Promise<ErasureDto[]> {
    return this.database.transaction(marketplace, async (tx) => {
      const rows = await tx.query<ErasureRow>(
        `SELECT ${columns} FROM api.erasure
          WHERE ($1::text IS NULL OR status = $1) AND ($2::uuid IS NULL OR id > $2) ORDER BY id LIMIT $3`,
        [status ?? null, after, limit],
      );
      return inTurn(rows, (row) => told(tx, erasure(row)));
    });
  }

  async due(now: string, atMost: number): Promise<string[]> {
    const rows = await this.database.read(marketplace, (tx) =>
      tx.query<{ id: string }>(
        `SELECT id FROM api.erasure WHERE status = 'asked' AND due_at <= $1 ORDER BY due_at LIMIT $2`,
        [now, atMost],
      ),
    );
    return rows.map(({ id }) => id);
  }

  /** That somebody was erased needs not be shown any more. */
  forget(now: string): Promise<number> {
    return this.database.transaction(marketplace, (tx) =>
      tx.execute('DELETE FROM api.erasure WHERE goes_at <= $1', [now]),
    );
  }
}

/** With what stands in its way as long as it is open. */
async function told(tx: Transaction, known: Erasure): Promise<ErasureDto> {
  const hindrances: ErasureHindrance[] = known.status === 'asked' ? await hindrancesOf(tx, known.userId) : [];
  return { ...known, hindrances };
}

/** One transaction has one connection. */
async function inTurn<Row, Item>(rows: readonly Row[], each: (row: Row) => Promise<Item>): Promise<Item[]> {
  const items: Item[] = [];
  for (const row of rows) items.push(await each(row));
  return items;
}

const erasure = ({ askedAt, dueAt, settledAt, ...row }: ErasureRow): Erasure => ({
  ...row,
  askedAt: askedAt.toISOString(),
  dueAt: dueAt.toISOString(),
  settledAt: settledAt?.toISOString() ?? null,
});
