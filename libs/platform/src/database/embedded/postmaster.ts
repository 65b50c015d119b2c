import { spawnSync } from 'node:child_process';
import { readFile, readlink, realpath, rm } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { ends, isAlive, signalTo } from '../../processes/index.js';
import { EmbeddedDatabaseError } from './embedded-database-error.js';

/** A server process, as its `postmaster.pid` tells. */
export interface Postmaster {
  readonly pid: number;
  readonly directory: string;
  readonly port: number;
  /** Where it listens: an address, or the folder of its socket where it has one. */
  readonly host: string;
  readonly status: string;
}

const pollMs = 30;

export const readPostmaster = async (dataDirectory: string): Promise<Postmaster | null> => {
  const text = await readFile(pidFile(dataDirectory), 'utf8').catch(() => '');
  // Lines: pid, data directory, start time, port, socket directory, listen address, shared memory, status.
  const [pid, directory = '', , port, sockets = '', address = '', , status = ''] = text
    .split('\n')
    .map((line) => line.trim());
  if (!Number.isInteger(Number(pid)) || Number(pid) <= 0) return null;
  // Sockets are in the data directory, or nowhere.
  const host = sockets === '' ? address : dataDirectory;
  return { pid: Number(pid), directory, port: Number(port), host, status };
};

/**
 * The server that runs on the directory already, once it takes connections. A file left by one that is gone, or whose
 * number now belongs to another program, is removed.
 */
export const findRunning = async (dataDirectory: string, patienceMs = 60_000): Promise<Postmaster | null> => {
  const deadline = Date.now() + patienceMs;
  for (;;) {
    const found = await readPostmaster(dataDirectory);
    if (found === null) return null;
    if (!isAlive(found.pid) || !(await serves(found, dataDirectory))) {
      await rm(pidFile(dataDirectory), { force: true });
      return null;
    }
    if (found.status === 'ready') return found;
    if (Date.now() > deadline) {
      throw new EmbeddedDatabaseError(
        `the database process ${found.pid} on ${dataDirectory} has been "${found.status}" for ${patienceMs / 1000} s: stop it and start again`,
      );
    }
    await sleep(pollMs);
  }
};

/**
 * Ends a server by a fast shutdown, and by an immediate one (safe too, but it starts with recovery) if that hangs. Returns
 * when the process is gone: it removes its file some moments before that.
 */
export const stopPostmaster = async (pid: number, dataDirectory: string, patienceMs = 20_000): Promise<void> => {
  for (const signal of ['SIGINT', 'SIGQUIT'] as const) {
    if (!signalTo(pid, signal) || (await ends(pid, patienceMs))) return;
  }
  throw new EmbeddedDatabaseError(`the database process ${pid} on ${dataDirectory} does not stop`);
};

const pidFile = (dataDirectory: string): string => path.join(dataDirectory, 'postmaster.pid');

// A server works in its data directory. Where that can't be looked up, its file names the directory and its command
// tells whether the number still belongs to a server; a copied directory names the one it was copied from.
const serves = async (found: Postmaster, dataDirectory: string): Promise<boolean> => {
  if (process.platform === 'linux') {
    const workingDirectory = await readlink(`/proc/${found.pid}/cwd`).catch(() => '');
    return workingDirectory === (await realpath(dataDirectory));
  }
  if (path.resolve(found.directory) !== path.resolve(dataDirectory)) return false;
  const { stdout } = spawnSync('ps', ['-p', String(found.pid), '-o', 'comm='], { encoding: 'utf8' });
  return (stdout ?? '').includes('postgres');
};
