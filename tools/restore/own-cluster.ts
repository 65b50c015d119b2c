import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { chown, mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { Client } from 'pg';
import { setTimeout as sleep } from 'node:timers/promises';
import { serverEnvironment } from '../../libs/platform/src/database/embedded/binaries.js';
import { serverAccount } from '../../libs/platform/src/database/embedded/server-account.js';
import { freePort } from '../kafka/broker-properties.js';
import type { PostgresPrograms } from './postgres-programs.js';

const startSeconds = 60;

/** A cluster of this run alone, with an empty database. */
export interface OwnCluster {
  readonly url: string;
  stop(): Promise<void>;
}

/** Makes and starts one in a new folder. */
export async function startCluster(programs: PostgresPrograms, folder: string): Promise<OwnCluster> {
  const account = await serverAccount(folder);
  const [password, port] = [randomBytes(24).toString('hex'), await freePort()];
  const [data, passwordFile] = [path.join(folder, 'data'), path.join(folder, 'password')];
  await mkdir(folder, { recursive: true });
  await writeFile(passwordFile, password, { mode: 0o600 });
  if (account !== null) for (const file of [folder, passwordFile]) await chown(file, account.uid, account.gid);
  const made = [
    '-D',
    data,
    '-U',
    'postgres',
    '-A',
    'scram-sha-256',
    `--pwfile=${passwordFile}`,
    '-E',
    'UTF8',
    '--locale=C',
  ];
  await programs.run('initdb', made, account);
  const server = spawn(
    programs.pathOf('postgres'),
    ['-D', data, '-p', String(port), '-c', 'listen_addresses=127.0.0.1', '-c', 'unix_socket_directories='],
    { ...account, cwd: '/', env: serverEnvironment(), stdio: 'ignore' },
  );
  const ended = once(server, 'exit');
  const at = (database: string): string => `postgres://postgres:${password}@127.0.0.1:${port}/${database}`;
  const stop = async (): Promise<void> => {
    // "Fast": sessions are ended, and what is written is kept.
    if (server.exitCode === null) server.kill('SIGINT');
    await ended;
  };
  try {
    await makeDatabase(at('postgres'), () => server.exitCode !== null);
  } catch (error) {
    await stop();
    throw error;
  }
  return { url: at('ajudant'), stop };
}

async function makeDatabase(url: string, hasEnded: () => boolean): Promise<void> {
  for (const deadline = Date.now() + startSeconds * 1_000; ; await sleep(100)) {
    const client = new Client({ connectionString: url });
    try {
      await client.connect();
      await client.query('CREATE DATABASE ajudant');
      return;
    } catch (error) {
      if (hasEnded() || Date.now() > deadline) throw error;
    } finally {
      await client.end().catch(() => undefined);
    }
  }
}
