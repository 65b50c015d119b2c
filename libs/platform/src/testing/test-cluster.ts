import { mkdtemp, readFile, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { EmbeddedDatabase, stopAbandoned } from '#platform/database/embedded';
import { isAlive } from '#platform/processes';

/** Set by jest's globalSetup and inherited by its workers: the folder of this run's cluster. */
const folderVariable = 'AJUDANT_TEST_CLUSTER';
const prefix = 'ajudant-test-';
const patienceMs = 60_000;

/** Gives the run a folder. The cluster itself starts with the first test that needs it: pure specs don't pay for it. */
export const prepareTestCluster = async (): Promise<void> => {
  await sweep();
  const folder = await mkdtemp(path.join(tmpdir(), prefix));
  await writeFile(path.join(folder, 'jest.pid'), String(process.pid));
  process.env[folderVariable] = folder;
};

export const disposeTestCluster = async (): Promise<void> => {
  const folder = process.env[folderVariable];
  if (folder !== undefined) await remove(folder);
};

/** Connection to the run's cluster as its owner; the first worker that asks starts it, the others wait. */
export const testClusterUrl = async (): Promise<string> => {
  const folder = process.env[folderVariable];
  if (folder === undefined) throw new Error(`${folderVariable} is not set: jest's globalSetup did not run`);
  const claimed = await writeFile(path.join(folder, 'claimed'), '', { flag: 'wx' }).then(
    () => true,
    () => false,
  );
  return claimed ? start(folder) : waitFor(folder);
};

const start = async (folder: string): Promise<string> => {
  let outcome: { url?: string; failure?: string };
  try {
    const cluster = await EmbeddedDatabase.start({ dataDir: folder, database: 'ajudant', durability: 'throwaway' });
    // It outlives this worker, and ends with the run.
    await cluster.leave();
    outcome = { url: cluster.url };
  } catch (error) {
    outcome = { failure: String(error) };
  }
  // Renamed, so that nobody reads half of it.
  await writeFile(path.join(folder, 'outcome.new'), JSON.stringify(outcome), { mode: 0o600 });
  await rename(path.join(folder, 'outcome.new'), path.join(folder, 'outcome'));
  return urlIn(outcome);
};

const waitFor = async (folder: string): Promise<string> => {
  for (let waited = 0; waited < patienceMs; waited += 50) {
    const outcome = await readFile(path.join(folder, 'outcome'), 'utf8').catch(() => null);
    if (outcome !== null) return urlIn(JSON.parse(outcome));
    await sleep(50);
  }
  throw new Error(`the test cluster was not started within ${patienceMs / 1000} s`);
};

const urlIn = ({ url, failure }: { url?: string; failure?: string }): string => {
  if (url === undefined) throw new Error(`the test cluster did not start: ${failure}`);
  return url;
};

/** What runs left behind that were killed before their teardown. */
const sweep = async (): Promise<void> => {
  for (const name of await readdir(tmpdir())) {
    if (!name.startsWith(prefix)) continue;
    const folder = path.join(tmpdir(), name);
    const pid = Number(await readFile(path.join(folder, 'jest.pid'), 'utf8').catch(() => ''));
    if (pid > 0 && !isAlive(pid)) await remove(folder);
  }
};

const remove = async (folder: string): Promise<void> => {
  await stopAbandoned(folder);
  await rm(folder, { recursive: true, force: true });
};
