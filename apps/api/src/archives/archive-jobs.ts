import { marketplace } from '#access';
import { demand, DomainError } from '#domain';
import type { Database, Transaction } from '#platform/database';
import type { ResultWaiter } from '../result-waiter/result-waiter.js';

/** An archive that this process makes. */
export interface ArchiveJob {
  readonly id: string;
  /** Counted up by whoever takes it, so that whoever had it before knows that it is another's. */
  readonly version: number;
}

/** Where jobs of a kind stand, and what is read of one that is taken. */
export interface ArchiveKind {
  readonly table: 'api.data_export' | 'api.tax_pack';
  readonly taken: string;
  readonly news: (id: string) => string;
}

/** How long a process that makes an archive may be silent before another one takes it up. */
const leaseSeconds = 60;
const lease = (now: string): string => `${now}::timestamptz + interval '${leaseSeconds} seconds'`;

/** Archives that were asked for: taken up by one process at a time under a lease, and by another where that one has died. */
export abstract class ArchiveJobs<Job extends ArchiveJob> {
  protected constructor(
    protected readonly database: Database,
    protected readonly waiter: ResultWaiter,
    protected readonly kind: ArchiveKind,
  ) {}

  /** The next one that nobody is at; null where there is none. */
  async take(now: string): Promise<Job | null> {
    const { table, taken } = this.kind;
    const [row] = await this.database.transaction(marketplace, (tx) =>
      tx.query<Job>(
        `UPDATE ${table} SET status = 'making', version = version + 1, done = 0, looked_after_until = ${lease('$1')}
          WHERE id = (SELECT id FROM ${table}
                       WHERE status = 'asked' OR (status = 'making' AND looked_after_until < $1)
                       ORDER BY asked_at, id LIMIT 1 FOR UPDATE SKIP LOCKED)
        RETURNING ${taken}`,
        [now],
      ),
    );
    return row ?? null;
  }

  /** Says how far it is. False where it was given up, or another process has it. */
  async progress({ id, version }: ArchiveJob, done: number, total: number, now: string): Promise<boolean> {
    const changed = await this.database.transaction(marketplace, (tx) =>
      tx.execute(
        `UPDATE ${this.kind.table} SET done = $3, total = $4, looked_after_until = ${lease('$5')}
          WHERE id = $1 AND version = $2 AND status = 'making'`,
        [id, version, done, total, now],
      ),
    );
    this.announce(id);
    return changed === 1;
  }

  async fail({ id, version }: ArchiveJob, now: string): Promise<void> {
    await this.database.transaction(marketplace, (tx) =>
      tx.execute(
        `UPDATE ${this.kind.table} SET status = 'failed', version = version + 1, finished_at = $3
          WHERE id = $1 AND version = $2 AND status = 'making'`,
        [id, version, now],
      ),
    );
    this.announce(id);
  }

  /** Nobody wants it any more: whoever makes it stops at the next step. @param cancellable decides, and throws where it is over */
  protected async giveUp(
    tx: Transaction,
    id: string,
    { expected, now, noun }: { expected: number | null; now: string; noun: string },
    cancellable: (status: string) => void,
  ): Promise<void> {
    const { table } = this.kind;
    const [row] = await tx.query<{ status: string; version: number }>(
      `SELECT status, version FROM ${table} WHERE id = $1 FOR UPDATE`,
      [id],
    );
    demand(row !== undefined, `${noun}.not-found`);
    if (expected !== null && row.version !== expected) throw new DomainError('precondition.stale');
    cancellable(row.status);
    await tx.execute(
      `UPDATE ${table} SET status = 'cancelled', version = version + 1, finished_at = $2 WHERE id = $1`,
      [id, now],
    );
    tx.afterCommit(() => this.announce(id));
  }

  protected announce(id: string): void {
    this.waiter.announce(this.kind.news(id));
  }
}
