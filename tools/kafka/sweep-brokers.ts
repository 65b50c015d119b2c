import { readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { isAlive } from '#platform/processes';
import { run } from './command.js';

/** Temporary folders of brokers start like this. */
export const temporaryPrefix = 'ajudant-kafka-';

/** Ends brokers in temporary folders whose test run was killed before it could. */
export const sweepBrokers = async (): Promise<void> => {
  for (const name of await readdir(tmpdir())) {
    if (!name.startsWith(temporaryPrefix)) continue;
    const folder = path.join(tmpdir(), name);
    if (await endAbandoned(folder)) await rm(folder, { recursive: true, force: true });
  }
};

/** Ends the broker of a folder whose owner is gone; false if there was no owner, or there still is. */
export const endAbandoned = async (folder: string): Promise<boolean> => {
  const owner = await pidIn(folder, 'owner.pid');
  if (owner === null || isAlive(owner)) return false;
  await endBroker(folder);
  return true;
};

// The number may belong to somebody else by now.
const endBroker = async (folder: string): Promise<void> => {
  const pid = await pidIn(folder, 'broker.pid');
  if (pid === null || !isAlive(pid)) return;
  const command = await run('ps', ['-o', 'args=', '-p', String(pid)], folder).catch(() => '');
  if (command.includes(folder)) process.kill(pid, 'SIGKILL');
};

const pidIn = async (folder: string, file: string): Promise<number | null> => {
  const pid = Number(await readFile(path.join(folder, file), 'utf8').catch(() => ''));
  return Number.isInteger(pid) && pid > 0 ? pid : null;
};
