import type { Database } from '../database/index.js';
import { PeriodicTask } from '../scheduling/index.js';
import { failpoint } from './failpoints.js';

/** After a crash the events of so long come again, and consumers drop those that they have handled. */
const keepSeconds = 1;

/** Writes down how far the readers of a journal have come: now and then, and all of them in one statement. */
export class JournalPlaces {
  private readonly moved = new Map<string, number>();
  private readonly keeping = new PeriodicTask('keeping places', keepSeconds, () => this.save().catch(() => undefined));

  constructor(private readonly database: Database) {}

  start(): void {
    this.keeping.start();
  }

  async stop(): Promise<void> {
    await this.keeping.stop();
    await this.save().catch(() => undefined);
  }

  /** To be called when everything up to there was handled. */
  reached(reader: string, position: number): void {
    this.moved.set(reader, position);
  }

  private async save(): Promise<void> {
    if (this.moved.size === 0) return;
    const places = [...this.moved];
    failpoint('between-effect-and-offset');
    await this.database.transaction({ kind: 'marketplace' }, (tx) =>
      tx.execute(
        `UPDATE ${this.database.schema}.cursor SET position = place.position
           FROM unnest($1::text[], $2::bigint[]) AS place (reader, position)
          WHERE cursor.reader = place.reader AND cursor.position < place.position`,
        [places.map(([reader]) => reader), places.map(([, position]) => position)],
      ),
    );
    // Those that have gone on meanwhile, or could not be saved, are for the next time.
    for (const [reader, position] of places) if (this.moved.get(reader) === position) this.moved.delete(reader);
  }
}
