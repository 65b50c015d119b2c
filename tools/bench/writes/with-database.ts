import { EmbeddedDatabase } from '#platform/database/embedded';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { temporaryPrefix } from '../../kafka/sweep-brokers.js';

/** Does something with a database of its own that keeps what is written through a loss of power; it is gone afterwards. */
export async function withDatabase(act: (database: EmbeddedDatabase) => Promise<void>): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), temporaryPrefix));
  const database = await EmbeddedDatabase.start({
    dataDir: join(folder, 'database'),
    database: 'ajudant',
    durability: 'durable',
  });
  try {
    await act(database);
  } finally {
    await database.stop();
    await rm(folder, { recursive: true, force: true });
  }
}
