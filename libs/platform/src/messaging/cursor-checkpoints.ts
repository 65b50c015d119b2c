import { setImmediate as next } from 'node:timers/promises';
import type { Database } from '../database/index.js';
import { failpoint } from './failpoints.js';

const marketplace = { kind: 'marketplace' } as const;

/** After a crash the events of so long come again, and consumers drop those that they have handled. */
const checkpointMs = 1_000;

/** What readers that begin together ask for is looked up together. */
interface Asked {
  readonly readers: string[];
  readonly positions: Promise<ReadonlyMap<string, number>>;
}

/** The cursors of a journal's readers: written now and then, and all of them in one statement. */
export class CursorCheckpoints {
  private asked: Asked | null = null;
  private readonly pending = new Map<string, number>();
  /** Runs only while something is pending. */
  private timer: NodeJS.Timeout | undefined;
  private saving: Promise<void> = Promise.resolve();
  private stopped = false;

  constructor(private readonly database: Database) {}

  /** Writes what is pending. */
  async stop(): Promise<void> {
    this.stopped = true;
    clearTimeout(this.timer);
    await this.saving;
    await this.save().catch(() => undefined);
  }

  /** How far a reader has come; from then on it is known, and retention keeps what it has not read. */
  async positionOf(reader: string): Promise<number> {
    this.asked ??= this.gather();
    this.asked.readers.push(reader);
    return (await this.asked.positions).get(reader) ?? 0;
  }

  private gather(): Asked {
    const readers: string[] = [];
    const positions = next().then(() => {
      this.asked = null;
      return this.lookUp(readers.sort());
    });
    return { readers, positions };
  }

  private async lookUp(readers: readonly string[]): Promise<ReadonlyMap<string, number>> {
    const { schema } = this.database;
    const rows = await this.database.transaction(marketplace, async (tx) => {
      const [, found] = await Promise.all([
        tx.execute(`INSERT INTO ${schema}.cursor (reader) SELECT unnest($1::text[]) ON CONFLICT DO NOTHING`, [readers]),
        tx.query<{ reader: string; position: string | number }>(
          `SELECT reader, position FROM ${schema}.cursor WHERE reader = ANY ($1)`,
          [readers],
        ),
      ]);
      return found;
    });
    return new Map(rows.map(({ reader, position }) => [reader, Number(position)]));
  }

  /** To be called when everything up to there was handled. */
  advance(reader: string, position: number): void {
    this.pending.set(reader, position);
    this.schedule();
  }

  private schedule(): void {
    if (this.timer !== undefined || this.stopped) return;
    this.timer = setTimeout(() => {
      this.saving = this.save()
        .catch(() => undefined)
        .finally(() => {
          this.timer = undefined;
          if (this.pending.size > 0) this.schedule();
        });
    }, checkpointMs).unref();
  }

  private async save(): Promise<void> {
    if (this.pending.size === 0) return;
    const cursors = [...this.pending];
    failpoint('between-effect-and-offset');
    await this.database.transaction(marketplace, (tx) =>
      tx.execute(
        `UPDATE ${this.database.schema}.cursor SET position = reached.position
           FROM unnest($1::text[], $2::bigint[]) AS reached (reader, position)
          WHERE cursor.reader = reached.reader AND cursor.position < reached.position`,
        [cursors.map(([reader]) => reader), cursors.map(([, position]) => position)],
      ),
    );
    // Those that have gone on meanwhile, or could not be saved, are for the next time.
    for (const [reader, position] of cursors) if (this.pending.get(reader) === position) this.pending.delete(reader);
  }
}
