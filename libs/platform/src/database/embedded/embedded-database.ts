import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import { findBinaries } from './binaries.js';
import { ends, signalTo } from '../../processes/index.js';
import { type DataDirectory, initialise, isInitialised, readPassword, superuser } from './data-directory.js';
import { EmbeddedDatabaseError } from './embedded-database-error.js';
import { findRunning, type Postmaster, stopPostmaster } from './postmaster.js';
import { type Durability, startServer, trimLog } from './server.js';
import { serverAccount } from './server-account.js';

export interface EmbeddedSettings {
  /** Folder of Ajudant's data; the database is in `postgres` below it. */
  readonly dataDir: string;
  /** Name of the database in the server. */
  readonly database: string;
  readonly durability: Durability;
  /** Hears of each step as it begins. */
  readonly onProgress?: (step: string) => void;
  /** Hears when a server is there that gets ready by itself; not where one is taken over. */
  readonly onSpawned?: () => void;
  /** Hears why it has gone and couldn't be started again; without, the process ends with that word. */
  readonly onLost?: (why: string) => void;
}

const ownerLock = 727_338_227;
/** For an owner that is gone to be missed. */
const patienceMs = 2_000;
const lookMs = 20;
const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
/** After so long without it the process is of no use. */
const revivalMs = 9_000;

/**
 * A PostgreSQL of our own, as a child process. It ends with us: by `stop`, at exit, or at a signal that nobody else
 * handles. Only a SIGKILL leaves it behind, and then the next start takes it over. Should it die, it is started again.
 */
export class EmbeddedDatabase {
  private stopped: Promise<void> | undefined;
  private isLeft = false;

  private constructor(
    /** Connection as the owner of everything. */
    readonly url: string,
    private readonly directory: DataDirectory,
    private readonly settings: EmbeddedSettings,
    private postmaster: Postmaster,
    private owner: Client,
  ) {
    process.once('exit', this.onExit);
    for (const signal of signals) process.on(signal, this.onSignal);
  }

  get port(): number {
    return this.postmaster.port;
  }

  get pid(): number {
    return this.postmaster.pid;
  }

  /** Makes the database at the first start. Fails with `EmbeddedDatabaseError`, whose message is for the user. */
  static async start(settings: EmbeddedSettings): Promise<EmbeddedDatabase> {
    const release = holdSignals();
    try {
      return await EmbeddedDatabase.startHeld(settings);
    } catch (error) {
      throw isFromSystem(error) ? new EmbeddedDatabaseError(`the embedded database: ${error.message}`) : error;
    } finally {
      release();
    }
  }

  private static async startHeld(settings: EmbeddedSettings): Promise<EmbeddedDatabase> {
    const progress = settings.onProgress ?? (() => undefined);
    const target = path.resolve(settings.dataDir, 'postgres');
    const directory: DataDirectory = { path: target, account: await serverAccount(target) };
    const known = await isInitialised(directory);
    const left = known ? await takeOver(directory) : null;
    const postmaster = left?.postmaster ?? (await launch(directory, known, settings, progress));
    const owner = left?.owner ?? (await own(directory, postmaster));
    if (left !== null) progress(`taking over the database that an earlier run left (process ${postmaster.pid})`);
    const url = urlOf(postmaster, await readPassword(directory), settings.database);
    const database = new EmbeddedDatabase(url, directory, settings, postmaster, owner);
    await createDatabase(owner, settings.database);
    database.watch();
    progress(`the database is ready on port ${postmaster.port}`);
    return database;
  }

  /** Idempotent; waits until the server is down. Connections of others are closed by the server. */
  stop(): Promise<void> {
    this.stopped ??= this.shutDown();
    return this.stopped;
  }

  /** Leaves the server running without us; whoever starts on the same folder next takes it over. */
  async leave(): Promise<void> {
    this.isLeft = true;
    process.removeListener('exit', this.onExit);
    for (const signal of signals) process.removeListener(signal, this.onSignal);
    await this.owner.end().catch(() => undefined);
  }

  private async shutDown(): Promise<void> {
    this.isLeft = true;
    try {
      await stopPostmaster(this.postmaster.pid, this.directory.path);
    } finally {
      await this.leave();
    }
  }

  /** Our lock's connection ends when the server does. */
  private watch(): void {
    // The lock must not keep a process alive that has nothing else to do.
    (this.owner as Client & { unref(): void }).unref();
    this.owner.once('end', () => {
      if (!this.isLeft) void this.startAgain();
    });
  }

  private async startAgain(): Promise<void> {
    const { onProgress = () => undefined, onLost = endProcess } = this.settings;
    const log = `${this.directory.path}.log`;
    onProgress('the database has gone, and is started again');
    try {
      const late = sleep(revivalMs, null, { ref: false }).then(() => Promise.reject(new Error('it takes too long')));
      await Promise.race([this.revive(), late]);
      onProgress(`the database is back on port ${this.postmaster.port}`);
    } catch (error) {
      if (this.isLeft) return;
      onLost(`the database has gone and could not be started again (see ${log}): ${String(error)}`);
    }
  }

  /** On the same port, which others know. A server that still lives has cut our connection alone. */
  private async revive(): Promise<void> {
    const { directory, settings, postmaster: before } = this;
    const left = await takeOver(directory);
    this.postmaster = left?.postmaster ?? (await launch(directory, true, settings, () => undefined, before.port));
    this.owner = left?.owner ?? (await own(directory, this.postmaster));
    // Told to end meanwhile, with a server that wasn't there to be stopped.
    if (this.isLeft) await stopPostmaster(this.postmaster.pid, directory.path);
    else this.watch();
  }

  private readonly onExit = (): void => {
    signalTo(this.postmaster.pid, 'SIGINT');
  };

  private readonly onSignal = (signal: NodeJS.Signals): void => {
    // Whoever else listens shuts the application down, and calls stop when nothing needs the database any more.
    if (process.listenerCount(signal) > 1) return;
    void this.stop().finally(() => process.kill(process.pid, signal));
  };
}

const endProcess = (why: string): void => {
  process.stderr.write(`${why}\n`);
  process.exit(1);
};

// No permission, no space, a read-only disk: the system's message names the folder.
const isFromSystem = (error: unknown): error is NodeJS.ErrnoException =>
  error instanceof Error && 'syscall' in error && 'path' in error;

/** Until a server that is being started is known, nobody could stop it: a signal waits for that, a few seconds. */
const holdSignals = (): (() => void) => {
  const held: NodeJS.Signals[] = [];
  const hold = (signal: NodeJS.Signals) => void held.push(signal);
  for (const signal of signals) process.on(signal, hold);
  return () => {
    for (const signal of signals) process.removeListener(signal, hold);
    for (const signal of held.slice(0, 1)) if (process.listenerCount(signal) <= 1) process.kill(process.pid, signal);
  };
};

/** The server that an earlier run left, now ours; null without one. */
const takeOver = async (directory: DataDirectory): Promise<{ postmaster: Postmaster; owner: Client } | null> => {
  for (;;) {
    const postmaster = await findRunning(directory.path);
    if (postmaster === null) return null;
    try {
      return { postmaster, owner: await own(directory, postmaster) };
    } catch (error) {
      // It may have been killed too, moments ago: what is dying still looks alive, but takes nobody in any more.
      if (error instanceof EmbeddedDatabaseError || !(await ends(postmaster.pid))) throw error;
    }
  }
};

const launch = async (
  directory: DataDirectory,
  known: boolean,
  settings: EmbeddedSettings,
  progress: (step: string) => void,
  port: number | null = null,
): Promise<Postmaster> => {
  const binaries = await findBinaries(directory.account, known ? ['postgres'] : ['postgres', 'initdb']);
  if (!known) {
    progress(`making the database's files in ${directory.path} (only at the first start)`);
    await initialise(directory, binaries);
  }
  progress('starting the database');
  const logFile = `${directory.path}.log`;
  await trimLog(logFile);
  try {
    const { durability, onSpawned } = settings;
    return await startServer(directory, binaries, { logFile, durability, port, onSpawned });
  } catch (error) {
    // Another start may have been faster by moments; who may keep the server is decided by its lock.
    const other = await findRunning(directory.path);
    if (other === null) throw error;
    return other;
  }
};

/**
 * Holds a lock in the server for as long as we live: it tells a server that was left behind from one whose owner is
 * alive, and unlike a file with a process number it goes when the owner does, however that ends.
 */
const own = async (directory: DataDirectory, postmaster: Postmaster): Promise<Client> => {
  const client = new Client({
    connectionString: urlOf(postmaster, await readPassword(directory), 'postgres'),
    application_name: `ajudant owner ${process.pid}`,
    keepAlive: true,
  });
  client.on('error', () => undefined);
  await client.connect();
  // The server may take a moment to see that the last owner is gone.
  for (const deadline = performance.now() + patienceMs; performance.now() < deadline; await sleep(lookMs)) {
    const { rows } = await client.query('SELECT pg_try_advisory_lock($1) AS taken', [ownerLock]);
    if (rows[0].taken === true) return client;
  }
  const { rows } = await client.query(
    `SELECT application_name AS name FROM pg_locks JOIN pg_stat_activity USING (pid)
     WHERE locktype = 'advisory' AND objid = $1 AND granted`,
    [ownerLock],
  );
  await client.end();
  const holder = String(rows[0]?.name ?? 'ajudant owner').replace('ajudant owner', 'process');
  throw new EmbeddedDatabaseError(
    `another Ajudant (${holder.trim()}) is using ${path.dirname(directory.path)}: stop it, or set AJUDANT_DATA_DIR to another folder`,
  );
};

const createDatabase = async (owner: Client, name: string): Promise<void> => {
  const { rowCount } = await owner.query('SELECT FROM pg_database WHERE datname = $1', [name]);
  if (rowCount === 0) await owner.query(`CREATE DATABASE ${owner.escapeIdentifier(name)}`);
};

const urlOf = ({ port, host }: Postmaster, password: string, database: string): string =>
  `postgres://${superuser}:${password}@${encodeURIComponent(host)}:${port}/${encodeURIComponent(database)}`;

/** Stops the server on a data folder whose owner is gone, if there is one. */
export const stopAbandoned = async (dataDir: string): Promise<void> => {
  const directory = path.resolve(dataDir, 'postgres');
  const running = await findRunning(directory);
  if (running !== null) await stopPostmaster(running.pid, directory);
};
