import type { Database, Transaction } from '../database/index.js';

/** How far somebody has come in a journal, durably, of whom one process at a time moves on. */
export class JournalCursor {
  constructor(
    private readonly database: Database,
    private readonly reader: string,
  ) {}

  /** Makes it known in a transaction of its own: retention keeps what a reader that is known has not read. */
  async register(): Promise<void> {
    await this.database.transaction({ kind: 'marketplace' }, (tx) => this.make(tx));
  }

  /** Locks a registered one without waiting: null while another process holds it. */
  async tryLock(tx: Transaction): Promise<number | null> {
    const [row] = await tx.query<{ position: string | number }>(
      `SELECT position FROM ${this.database.schema}.cursor WHERE reader = $1 FOR UPDATE SKIP LOCKED`,
      [this.reader],
    );
    return row === undefined ? null : Number(row.position);
  }

  /** Together with the commit. */
  advance(tx: Transaction, position: number): void {
    tx.atCommit(`UPDATE ${this.database.schema}.cursor SET position = $2 WHERE reader = $1 AND position < $2`, [
      this.reader,
      position,
    ]);
  }

  private make(tx: Transaction): Promise<number> {
    return tx.execute(`INSERT INTO ${this.database.schema}.cursor (reader) VALUES ($1) ON CONFLICT DO NOTHING`, [
      this.reader,
    ]);
  }
}
