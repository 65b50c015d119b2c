import { Client } from 'pg';
import { percentile } from '../matching/figures.js';
import { seedInBulk } from '../seed-in-bulk.js';
import { residentBytes } from './processor-time.js';
import { shortlistWaits } from './shortlist-waits.js';
import { Surroundings } from './surroundings.js';
import type { Findings, Part } from './conclusion.js';
import { table } from './table.js';

/** What a supply of growing size takes of one matcher: until it is ready, in memory, and from a need posted to its shortlist. */
export async function supplyGrowth(
  sizes: readonly number[],
  needs: number,
  step: (text: string) => void,
): Promise<Part> {
  const rows: string[][] = [];
  let last: Findings['supply'];
  for (const size of sizes) {
    step(`${size} assistants`);
    const { cells, found } = await withSupply(size, needs, step);
    rows.push(cells);
    last = found;
  }
  const head = ['assistants', 'tables', 'matcher ready after', 'its memory', 'first shortlist', 'p50', 'p99'];
  return { table: table(head, rows), found: last === undefined ? {} : { supply: last } };
}

async function withSupply(
  size: number,
  needs: number,
  step: (text: string) => void,
): Promise<{ readonly cells: string[]; readonly found: NonNullable<Findings['supply']> }> {
  const around = await Surroundings.start();
  try {
    // Each service makes its own tables at its first start.
    await around.startApi();
    await around.startMatcher();
    await around.stopMatchers();
    await seedInBulk(around.database.url, size, () => undefined);
    step('seeded');
    const bytes = await tableBytes(around.database.url);
    const { pid, seconds } = await around.startMatcher();
    const [first, ...waits] = await shortlistWaits(around.url, needs + 1);
    const found = { assistants: size, bytes: residentBytes(pid), seconds, p50: percentile(waits, 0.5) };
    const cells = [
      size.toLocaleString('en'),
      `${mb(bytes)} MB`,
      `${seconds.toFixed(1)} s`,
      `${mb(found.bytes)} MB`,
      `${first!.toFixed(0)} ms`,
      `${found.p50.toFixed(0)} ms`,
      `${percentile(waits, 0.99).toFixed(0)} ms`,
    ];
    return { cells, found };
  } finally {
    await around.stop();
  }
}

const mb = (bytes: number): string => (bytes / 1_048_576).toFixed(0);

async function tableBytes(url: string): Promise<number> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query<{ bytes: string }>(
      `SELECT sum(pg_total_relation_size(oid)) AS bytes FROM pg_class
       WHERE relnamespace = 'matcher'::regnamespace AND relkind = 'r' AND relname LIKE 'supply%'`,
    );
    return Number(rows[0]?.bytes);
  } finally {
    await client.end();
  }
}
