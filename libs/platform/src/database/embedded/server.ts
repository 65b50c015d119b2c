import { spawn } from 'node:child_process';
import { open, readFile, truncate } from 'node:fs/promises';
import { createServer } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { isAlive } from '../../processes/index.js';
import { type Binaries, serverEnvironment } from './binaries.js';
import { type DataDirectory, inherited } from './data-directory.js';
import { EmbeddedDatabaseError } from './embedded-database-error.js';
import { type Postmaster, readPostmaster } from './postmaster.js';
import { socketFolderIn } from './socket-folder.js';

/** `durable` for real data; `throwaway` for tests: fast, and gone after a crash of the machine. */
export type Durability = 'durable' | 'throwaway';

const startSeconds = 60;
const largestLog = 5_000_000;

// For a machine that has other things to do. Statements and their values stay out of the log: they hold personal data.
const settings = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  shared_buffers: '64MB',
  max_connections: '100',
  max_wal_size: '512MB',
  wal_level: 'minimal',
  max_wal_senders: '0',
  max_logical_replication_workers: '0',
  io_method: 'sync',
  jit: 'off',
  timezone: 'UTC',
  random_page_cost: '1.1',
  log_min_messages: 'log',
  log_min_error_statement: 'panic',
  log_checkpoints: 'off',
};
const withoutSafety = { fsync: 'off', full_page_writes: 'off', synchronous_commit: 'off', scram_iterations: '1' };
/** A statement by a socket of the file system takes both sides a third less than by TCP. */
const forTests = (directory: string) => ({
  ...withoutSafety,
  unix_socket_directories: socketFolderIn(directory, process.platform),
});

interface ServerSettings {
  readonly logFile: string;
  readonly durability: Durability;
  /** A free one where it is null. */
  readonly port: number | null;
  /** Hears when the process is there; what is left to wait for is the server's own. */
  readonly onSpawned?: (() => void) | undefined;
}

/** Starts a server on an initialised directory, and waits until it takes connections. */
export const startServer = async (
  directory: DataDirectory,
  binaries: Binaries,
  given: ServerSettings,
): Promise<Postmaster> => {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await launch(directory, binaries, given, given.port ?? (await freePort()));
    } catch (error) {
      // Somebody took the port in the meantime, or processes of a killed server are still going away.
      const passing =
        error instanceof Error && /could not bind|shared memory block|is still in use/.test(error.message);
      if (!passing || attempt === 10) throw error;
      await sleep(200 * attempt);
    }
  }
};

const launch = async (
  directory: DataDirectory,
  binaries: Binaries,
  { logFile, durability, onSpawned }: ServerSettings,
  port: number,
): Promise<Postmaster> => {
  const log = await open(logFile, 'a', 0o600);
  const { size: logStart } = await log.stat();
  const data = await inherited(directory.path, 3, directory.account);
  try {
    const all = { ...settings, ...(durability === 'throwaway' ? forTests(directory.path) : {}) };
    const child = spawn(
      binaries.postgres,
      ['-D', data.name, '-p', String(port), ...Object.entries(all).flatMap(([k, v]) => ['-c', `${k}=${v}`])],
      {
        ...directory.account,
        cwd: '/',
        env: serverEnvironment(),
        // In a session of its own: Ctrl-C in the terminal is for us, who finish what needs the database first.
        detached: true,
        stdio: ['ignore', log.fd, log.fd, data.stdio],
      },
    );
    child.unref();
    onSpawned?.();
    const failed = new Promise<never>((_, reject) => {
      child.once('error', reject);
      child.once('exit', () => reject(new Error('the database process ended')));
    });
    failed.catch(() => undefined);
    const ready = await Promise.race([becomesReady(directory.path, child.pid), failed]).catch(async (error: Error) => {
      if (child.pid !== undefined && isAlive(child.pid)) child.kill('SIGINT');
      throw new EmbeddedDatabaseError(
        `the database did not start: ${await complaint(logFile, logStart, error.message)}`,
      );
    });
    child.removeAllListeners();
    return ready;
  } finally {
    await data.close();
    await log.close();
  }
};

const becomesReady = async (dataDirectory: string, pid: number | undefined): Promise<Postmaster> => {
  const deadline = Date.now() + startSeconds * 1000;
  while (Date.now() < deadline) {
    const found = await readPostmaster(dataDirectory);
    if (found !== null && found.pid === pid && found.status === 'ready') return found;
    await sleep(30);
  }
  throw new Error(`it was not ready after ${startSeconds} s`);
};

const complaint = async (logFile: string, from: number, otherwise: string): Promise<string> => {
  const written = (await readFile(logFile).catch(() => Buffer.alloc(0))).subarray(from).toString('utf8');
  const lines = written.split('\n').filter((line) => /FATAL|PANIC|could not|error/i.test(line));
  return lines.length === 0 ? otherwise : lines.map((line) => line.replace(/^.*?(?=[A-Z]+: )/, '')).join('; ');
};

/** Keeps the log from growing from start to start. */
export const trimLog = async (logFile: string): Promise<void> => {
  const size = await readFile(logFile).then(
    ({ length }) => length,
    () => 0,
  );
  if (size > largestLog) await truncate(logFile);
};

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
