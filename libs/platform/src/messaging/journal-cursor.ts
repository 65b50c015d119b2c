import type { Database, Transaction } from '../database/index.js';

/** The durable place of a reader in a journal. */
export class JournalCursor {
  constructor(
    private readonly database: Database,
    private readonly reader: string,
  ) {}

  read(): Promise<number> {
    return this.database.transaction({ kind: 'marketplace' }, (tx) => this.lock(tx));
  }

  /** Reads it and keeps other processes from moving it until the transaction ends. */
  async lock(tx: Transaction): Promise<number> {
    const table = `${this.database.schema}.cursor`;
    await tx.execute(`INSERT INTO ${table} (reader) VALUES ($1) ON CONFLICT DO NOTHING`, [this.reader]);
    const [row] = await tx.query<{ position: string | number }>(
      `SELECT position FROM ${table} WHERE reader = $1 FOR UPDATE`,
      [this.reader],
    );
    return Number(row?.position ?? 0);
  }

  /** The same, without waiting: null while another process holds it. */
  async tryLock(tx: Transaction): Promise<number | null> {
    const table = `${this.database.schema}.cursor`;
    const find = `SELECT position FROM ${table} WHERE reader = $1 FOR UPDATE SKIP LOCKED`;
    const [row] = await tx.query<{ position: string | number }>(find, [this.reader]);
    if (row !== undefined) return Number(row.position);
    // Held by another process, or not made yet.
    const made = await tx.execute(`INSERT INTO ${table} (reader) VALUES ($1) ON CONFLICT DO NOTHING`, [this.reader]);
    return made === 1 ? 0 : null;
  }

  async advance(tx: Transaction, position: number): Promise<void> {
    await tx.execute(`UPDATE ${this.database.schema}.cursor SET position = $2 WHERE reader = $1 AND position < $2`, [
      this.reader,
      position,
    ]);
  }

  save(position: number): Promise<void> {
    return this.database.transaction({ kind: 'marketplace' }, (tx) => this.advance(tx, position));
  }
}
