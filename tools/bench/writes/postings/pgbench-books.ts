import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { appSession } from '../holds/app-session.js';
import { posters } from './own-books.js';

const run = promisify(execFile);

/** The rows of an invoice, in one statement between BEGIN, which goes with the scope, and COMMIT, as the application sends it. */
const script = `\\startpipeline
BEGIN READ WRITE;
SELECT set_config('ajudant.scope', 'marketplace', true);
\\endpipeline
WITH made AS (
  INSERT INTO api.ledger_transaction (id, reference, fact, cause_id, currency, parties, occurred_at)
  SELECT gen_random_uuid(), 'pgbench:' || cause, 'invoiceIssued', cause, 'EUR', ARRAY[cause, cause], now()
    FROM (SELECT gen_random_uuid() AS cause) AS new RETURNING id, currency, occurred_at, cause_id
)
INSERT INTO api.ledger_posting (id, transaction_id, party, purpose, currency, amount_minor, occurred_at)
SELECT gen_random_uuid(), made.id, CASE WHEN line.own THEN made.cause_id END, line.purpose, made.currency, line.amount_minor, made.occurred_at
  FROM made, (VALUES (true, 'receivable', 13310), (true, 'agency-payable', -10000), (false, 'commission', -1000),
                     (true, 'tax-payable', -2310)) AS line (own, purpose, amount_minor);
COMMIT;
`;

/** The same rows without the application. */
export class PgbenchBooks {
  readonly name = 'their rows alone, in pgbench';

  private constructor(
    private readonly databaseUrl: string,
    private readonly folder: string,
  ) {}

  static async on(databaseUrl: string): Promise<PgbenchBooks> {
    const folder = await mkdtemp(path.join(tmpdir(), 'ajudant-pgbench-'));
    await writeFile(path.join(folder, 'post.sql'), script);
    return new PgbenchBooks(databaseUrl, folder);
  }

  /** Transactions a second. */
  async round(seconds: number): Promise<number> {
    const load = ['-n', '-M', 'prepared', '-c', String(posters), '-j', '2', '-T', String(seconds)];
    const { stdout } = await run('pgbench', [...load, '-f', path.join(this.folder, 'post.sql'), this.databaseUrl], {
      env: { ...process.env, PGOPTIONS: appSession },
    });
    const rate = Number(/tps = ([\d.]+)/.exec(stdout)?.[1]);
    if (!rate) throw new Error(`pgbench said ${stdout}`);
    return rate;
  }

  async stop(): Promise<void> {
    await rm(this.folder, { recursive: true, force: true });
  }
}
