import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { Client } from 'pg';
import { eventually } from '#platform/testing';
import { ends, isAlive } from '../../processes/index.js';
import { EmbeddedDatabase, stopAbandoned } from './embedded-database.js';

const entry = fileURLToPath(new URL('embedded-database.js', import.meta.url));
let home: string;
let dataDir: string;

// Below a folder that only its owner may enter, with a space in its name: as a clone in root's home may be.
beforeAll(async () => {
  // The database keeps UTC, wherever the machine stands.
  process.env['TZ'] = 'Pacific/Auckland';
  home = await mkdtemp(path.join(tmpdir(), 'embedded database '));
  dataDir = path.join(home, 'data of mine');
});
afterAll(async () => {
  await stopAbandoned(dataDir);
  await rm(home, { recursive: true });
});

const start = (onProgress?: (step: string) => void) =>
  EmbeddedDatabase.start({ dataDir, database: 'ajudant', durability: 'durable', onProgress });

const query = async (url: string, sql: string): Promise<Record<string, unknown>[]> => {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(sql)).rows as Record<string, unknown>[];
  } finally {
    await client.end();
  }
};

/** A process of its own that starts the database, tells about it in a line, and then does as `after` says. */
const startElsewhere = async (after: string) => {
  const program = `import { EmbeddedDatabase } from ${JSON.stringify(entry)};
    const settings = { dataDir: ${JSON.stringify(dataDir)}, database: 'ajudant', durability: 'durable' };
    const database = await EmbeddedDatabase.start(settings);
    console.log(JSON.stringify({ url: database.url, pid: database.pid }));
    ${after}`;
  const child = spawn(process.execPath, ['--input-type=module', '--eval', program], {
    env: { ...process.env, NODE_OPTIONS: '' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [line] = (await once(createInterface(child.stdout), 'line')) as [string];
  return { child, ...(JSON.parse(line) as { url: string; pid: number }) };
};

const ended = async (child: ChildProcess): Promise<{ code: number | null; signal: string | null }> => {
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
  return { code: child.exitCode, signal: child.signalCode };
};

const patienceMs = 30_000;
const stay = 'setInterval(() => undefined, 1000);';

describe('the embedded database', () => {
  it('is made at the first start, told step by step, and safe against a crash', async () => {
    const steps: string[] = [];
    const database = await start((step) => steps.push(step));
    const [row] = await query(
      database.url,
      `SELECT current_setting('fsync') AS fsync, current_setting('server_encoding') AS encoding, datcollate AS locale,
              current_setting('listen_addresses') AS address, current_setting('timezone') AS zone FROM pg_database WHERE datname = current_database()`,
    );
    expect(row).toEqual({ fsync: 'on', encoding: 'UTF8', locale: 'C', address: '127.0.0.1', zone: 'UTC' });
    await query(database.url, 'CREATE TABLE kept AS SELECT 1 AS one');
    await database.stop();
    expect(isAlive(database.pid)).toBe(false);
    expect(steps).toEqual([
      expect.stringMatching(/^making the database's files in .*data of mine\/postgres/),
      'starting the database',
      expect.stringMatching(/^the database is ready on port \d+$/),
    ]);
  });

  it('keeps its password where nobody else reads it', async () => {
    const { mode } = await stat(path.join(dataDir, 'postgres', 'ajudant.password'));
    expect(mode & 0o777).toBe(0o600);
  });

  it('has its data again at the next start', async () => {
    const database = await start();
    expect(await query(database.url, 'SELECT * FROM kept')).toEqual([{ one: 1 }]);
    await database.stop();
  });

  it('is taken over, with all that was committed, when its owner was killed', async () => {
    const { child, pid, url } = await startElsewhere(stay);
    await query(url, 'CREATE TABLE committed AS SELECT 2 AS two');
    child.kill('SIGKILL');
    await ended(child);
    expect(isAlive(pid)).toBe(true);
    const steps: string[] = [];
    const database = await start((step) => steps.push(step));
    expect(database.pid).toBe(pid);
    expect(steps[0]).toBe(`taking over the database that an earlier run left (process ${pid})`);
    expect(await query(database.url, 'SELECT * FROM committed')).toEqual([{ two: 2 }]);
    await database.stop();
    expect(await ends(pid, patienceMs)).toBe(true);
  });

  it('starts after the server itself was killed too', async () => {
    const { child, pid } = await startElsewhere(stay);
    child.kill('SIGKILL');
    process.kill(pid, 'SIGKILL');
    await ended(child);
    const database = await start();
    expect(await query(database.url, 'SELECT * FROM committed')).toEqual([{ two: 2 }]);
    await database.stop();
  });

  it('is started again, where others know it, when the server alone was killed', async () => {
    const steps: string[] = [];
    const database = await start((step) => steps.push(step));
    const { pid, port } = database;
    process.kill(pid, 'SIGKILL');
    await eventually(() => expect(steps.at(-1)).toBe(`the database is back on port ${port}`));
    expect([database.port, isAlive(pid)]).toEqual([port, false]);
    expect(await query(database.url, 'SELECT * FROM committed')).toEqual([{ two: 2 }]);
    const { pid: second } = database;
    await query(
      database.url,
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name LIKE 'ajudant owner%'`,
    );
    await eventually(() => expect(steps.filter((step) => step.includes('is back'))).toHaveLength(2));
    expect(database.pid).toBe(second);
    await database.stop();
    expect(await ends(second, patienceMs)).toBe(true);
  });

  it('ends its process with a word when it can not be started again', async () => {
    const { child, pid } = await startElsewhere(stay);
    const files = path.join(dataDir, 'postgres');
    await rename(path.join(files, 'global'), path.join(files, 'hidden'));
    process.kill(pid, 'SIGKILL');
    expect(await ended(child)).toEqual({ code: 1, signal: null });
    await rename(path.join(files, 'hidden'), path.join(files, 'global'));
  });

  it('starts when the number of a server that is gone belongs to another program now', async () => {
    const stale = `${process.pid}\n${path.join(dataDir, 'postgres')}\n1\n5432\n\n127.0.0.1\n0 0\nready\n`;
    await writeFile(path.join(dataDir, 'postgres', 'postmaster.pid'), stale);
    const database = await start();
    expect(database.pid).not.toBe(process.pid);
    await database.stop();
  });

  it('refuses a second Ajudant on the same folder, and leaves the first alone', async () => {
    const { child, url } = await startElsewhere(stay);
    const second = start();
    await expect(second).rejects.toThrow(
      `another Ajudant (process ${child.pid}) is using ${dataDir}: stop it, or set AJUDANT_DATA_DIR to another folder`,
    );
    expect(await query(url, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
    child.kill('SIGTERM');
    await ended(child);
  });

  it.each(['SIGTERM', 'SIGINT', 'SIGHUP'] as const)('ends with its owner at %s', async (signal) => {
    const { child, pid } = await startElsewhere(stay);
    child.kill(signal);
    expect(await ended(child)).toEqual({ code: null, signal });
    expect(await ends(pid, patienceMs)).toBe(true);
  });

  it('leaves a signal to whoever else handles it, and ends when that ends the process', async () => {
    const { child, pid } = await startElsewhere(
      `${stay} process.on('SIGTERM', async () => { await database.stop(); process.exit(3); });`,
    );
    child.kill('SIGTERM');
    expect(await ended(child)).toEqual({ code: 3, signal: null });
    expect(await ends(pid, patienceMs)).toBe(true);
  });

  it.each([
    ['the owner has nothing left to do', ''],
    ['the owner exits', 'process.exit(0)'],
  ])('ends when %s', async (_, after) => {
    const { child, pid } = await startElsewhere(after);
    expect(await ended(child)).toEqual({ code: 0, signal: null });
    expect(await ends(pid, patienceMs)).toBe(true);
  });

  it('refuses the files of another major version in one line', async () => {
    const versionFile = path.join(dataDir, 'postgres', 'PG_VERSION');
    const version = await readFile(versionFile, 'utf8');
    await writeFile(versionFile, '17\n');
    await expect(start()).rejects.toThrow('was made by PostgreSQL 17 and this release brings 18');
    await writeFile(versionFile, version);
  });

  it('leaves nothing of a start that was killed while it made the files', async () => {
    const elsewhere = path.join(home, 'other');
    await mkdir(path.join(elsewhere, 'postgres.new-999999999'), { recursive: true });
    const settings = { dataDir: elsewhere, database: 'ajudant', durability: 'throwaway' } as const;
    const database = await EmbeddedDatabase.start(settings);
    await database.stop();
    expect((await readdir(elsewhere)).sort()).toEqual(['postgres', 'postgres.log']);
  });
});
