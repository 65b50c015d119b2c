import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chmod, chown, mkdir, open, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { isAlive } from '../../processes/index.js';
import { type Binaries, serverEnvironment } from './binaries.js';
import { EmbeddedDatabaseError } from './embedded-database-error.js';
import type { ServerAccount } from './server-account.js';

export const superuser = 'ajudant';
const passwordFile = 'ajudant.password';
const majorVersion = '18';

export interface DataDirectory {
  readonly path: string;
  readonly account: ServerAccount | null;
}

/** Whether there is a database in the directory. Refuses one that this release can't open. */
export const isInitialised = async ({ path: directory }: DataDirectory): Promise<boolean> => {
  const found = await stat(directory).catch(() => null);
  if (found === null) return false;
  const uid = process.getuid?.();
  if (uid !== undefined && uid !== 0 && found.uid !== uid) {
    throw new EmbeddedDatabaseError(
      `${directory} belongs to user ${found.uid} and Ajudant runs as ${uid}: start it as that user or set AJUDANT_DATA_DIR`,
    );
  }
  const version = (await readFile(path.join(directory, 'PG_VERSION'), 'utf8').catch(() => '')).trim();
  if (version !== '' && version !== majorVersion) {
    throw new EmbeddedDatabaseError(
      `${directory} was made by PostgreSQL ${version} and this release brings ${majorVersion}: move the folder away, or set DATABASE_URL`,
    );
  }
  return version !== '';
};

export const readPassword = async ({ path: directory }: DataDirectory): Promise<string> => {
  const text = await readFile(path.join(directory, passwordFile), 'utf8').catch(() => null);
  if (text !== null) return text.trim();
  throw new EmbeddedDatabaseError(`${path.join(directory, passwordFile)} is missing: without it nobody can log in`);
};

/**
 * Makes the database's files. They are made aside and renamed when complete: an interrupted start leaves nothing that
 * looks like a database, and of two starts at once one wins.
 */
export const initialise = async (target: DataDirectory, binaries: Binaries): Promise<void> => {
  const aside: DataDirectory = { ...target, path: `${target.path}.new-${process.pid}` };
  const password = `${aside.path}.password`;
  await mkdir(path.dirname(target.path), { recursive: true });
  await removeUnfinished(target.path);
  try {
    await mkdir(aside.path, { mode: 0o700 });
    await writeFile(password, `${randomBytes(24).toString('hex')}\n`, { mode: 0o600 });
    if (target.account !== null) {
      for (const item of [aside.path, password]) await chown(item, target.account.uid, target.account.gid);
    }
    await runInitdb(aside, password, binaries);
    await rename(password, path.join(aside.path, passwordFile));
    await chmod(aside.path, 0o700);
    await rename(aside.path, target.path);
  } catch (error) {
    // ENOTEMPTY: the other start was faster, and its files are as good.
    const beaten = ['ENOTEMPTY', 'EEXIST'].includes(String((error as NodeJS.ErrnoException).code));
    if (!beaten || !(await isInitialised(target))) throw error;
  } finally {
    await rm(aside.path, { recursive: true, force: true });
    await rm(password, { force: true });
  }
};

/** What starts left that were killed while they made the files. */
const removeUnfinished = async (target: string): Promise<void> => {
  for (const name of await readdir(path.dirname(target))) {
    const pid = name.match(/^(.*)\.new-(\d+)(\.password)?$/);
    if (pid?.[1] !== path.basename(target) || isAlive(Number(pid[2]))) continue;
    await rm(path.join(path.dirname(target), name), { recursive: true, force: true });
  }
};

/**
 * How a process that gave up root names a file of ours. The way to it may lead through folders that only root may
 * enter (a clone in /root): so it inherits the open file and reaches it through its own table of descriptors, for
 * which Linux doesn't walk the path. Elsewhere the path has to do.
 */
export const inherited = async (file: string, descriptor: number, account: ServerAccount | null) => {
  if (account === null || process.platform !== 'linux') {
    return { name: file, stdio: 'ignore' as const, close: async () => undefined };
  }
  const handle = await open(file, 'r');
  return { name: `/proc/self/fd/${descriptor}`, stdio: handle.fd, close: () => handle.close() };
};

const runInitdb = async (aside: DataDirectory, password: string, binaries: Binaries): Promise<void> => {
  const directory = await inherited(aside.path, 3, aside.account);
  const passwordSource = await inherited(password, 4, aside.account);
  const args = [
    `--pgdata=${directory.name}`,
    `--pwfile=${passwordSource.name}`,
    `--username=${superuser}`,
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    '--locale=C',
    // Nothing is in it yet; the server syncs what is written to it later.
    '--no-sync',
  ];
  try {
    const child = spawn(binaries.initdb, args, {
      ...aside.account,
      cwd: '/',
      env: serverEnvironment(),
      stdio: ['ignore', 'ignore', 'pipe', directory.stdio, passwordSource.stdio],
    });
    let complaints = '';
    child.stderr?.on('data', (chunk) => (complaints += String(chunk)));
    const code = await new Promise<number | null>((resolve, reject) => {
      child.once('error', reject);
      child.once('close', resolve);
    });
    if (code !== 0) {
      const reason = complaints.split('\n').find((line) => /error|fatal|could not/i.test(line)) ?? complaints;
      throw new EmbeddedDatabaseError(`the database's files could not be made in ${aside.path}: ${reason.trim()}`);
    }
  } finally {
    await directory.close();
    await passwordSource.close();
  }
};
