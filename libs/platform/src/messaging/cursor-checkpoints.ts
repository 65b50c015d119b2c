import type { Database } from '../database/index.js';
import { PeriodicTask } from '../scheduling/index.js';
import { failpoint } from './failpoints.js';

/** After a crash the events of so long come again, and consumers drop those that they have handled. */
const checkpointSeconds = 1;

/** Writes the cursors of a journal's readers: now and then, and all of them in one statement. */
export class CursorCheckpoints {
  private readonly pending = new Map<string, number>();
  private readonly saving = new PeriodicTask('writing cursors', checkpointSeconds, () =>
    this.save().catch(() => undefined),
  );

  constructor(private readonly database: Database) {}

  start(): void {
    this.saving.start();
  }

  async stop(): Promise<void> {
    await this.saving.stop();
    await this.save().catch(() => undefined);
  }

  /** To be called when everything up to there was handled. */
  advance(reader: string, position: number): void {
    this.pending.set(reader, position);
  }

  private async save(): Promise<void> {
    if (this.pending.size === 0) return;
    const cursors = [...this.pending];
    failpoint('between-effect-and-offset');
    await this.database.transaction({ kind: 'marketplace' }, (tx) =>
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
