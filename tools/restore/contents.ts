import { Journal } from '#platform/messaging';
import { openDatabase } from '#platform/database';
import { StartFailure } from '#platform/processes';
import { Client } from 'pg';

const schemas = ['api', 'matcher'] as const;

/** What a database holds: rows by table. */
export async function rowsByTable(url: string): Promise<ReadonlyMap<string, number>> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    // Tables force row-level security on their owner, too: a superuser alone counts all.
    const { rows: tables } = await client.query<{ name: string }>(
      `SELECT quote_ident(nspname) || '.' || quote_ident(relname) AS name
       FROM pg_class JOIN pg_namespace ON pg_namespace.oid = relnamespace
       WHERE nspname = ANY ($1) AND relkind = 'r' ORDER BY 1`,
      [schemas],
    );
    const counts = new Map<string, number>();
    for (const { name } of tables) {
      const { rows } = await client.query<{ count: string }>(`SELECT count(*) FROM ${name}`);
      counts.set(name, Number(rows[0]?.count));
    }
    return counts;
  } finally {
    await client.end();
  }
}

/** Tables that differ, with both numbers of rows. */
export function differences(before: ReadonlyMap<string, number>, after: ReadonlyMap<string, number>): string[] {
  return [...new Set([...before.keys(), ...after.keys()])]
    .filter((table) => before.get(table) !== after.get(table))
    .map((table) => `${table}: ${before.get(table) ?? 'no table'} before, ${after.get(table) ?? 'no table'} after`);
}

/** Up to where the journal of each schema is what was sealed. @throws StartFailure where one is not */
export async function soundJournals(url: string): Promise<Record<string, number>> {
  const sound: Record<string, number> = {};
  for (const schema of schemas) {
    const database = await openDatabase({ schema, url, entities: [], poolSize: 1 });
    try {
      const { soundUntil, broken } = await new Journal(database, `/ajudant/${schema}`).verify();
      if (broken !== null)
        throw new StartFailure(`the journal of ${schema} is not what was sealed from ${broken.firstPosition} on`);
      sound[schema] = soundUntil;
    } finally {
      await database.dataSource.destroy();
    }
  }
  return sound;
}
