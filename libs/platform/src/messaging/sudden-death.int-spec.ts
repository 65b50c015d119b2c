import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { v7 as uuidv7 } from 'uuid';
import type { Database } from '#platform/database';
import { eventually } from '#platform/testing';
import { failpointNames } from './failpoints.js';
import { openParcels, parcelHome, parcelWeighed, publish, weighed } from './specimen/parcels.js';
import { type ParcelProcess, startParcelProcess } from './specimen/start-parcel-process.js';

interface Scene {
  readonly database: Database;
  /** Where a failpoint notes that it was come to. */
  readonly folder: string;
  start(env?: Readonly<Record<string, string>>): ParcelProcess;
}

/** Plays on a database of its own with processes that end with the scene. */
async function play(act: (scene: Scene) => Promise<void>): Promise<void> {
  const home = await parcelHome();
  const database = await openParcels(home.url, 3);
  const folder = await mkdtemp(path.join(tmpdir(), 'ajudant-failpoints-'));
  const started: ParcelProcess[] = [];
  const start = (env: Readonly<Record<string, string>> = {}): ParcelProcess => {
    const settings = { url: home.url, group: 'weighing', brokers: null };
    const running = startParcelProcess(settings, { AJUDANT_FAILPOINT_DIR: folder, ...env });
    started.push(running);
    return running;
  };
  try {
    await act({ database, folder, start });
  } finally {
    for (const { child } of started) child.kill('SIGKILL');
    await Promise.all(started.map(({ ended }) => ended));
    await database.dataSource.destroy();
    await home.dispose();
    await rm(folder, { recursive: true, force: true });
  }
}

// Most of what they do is wait for processes to start, and so they do it at the same time.
describe('a process that dies', () => {
  it.concurrent.each(failpointNames)('%s loses nothing and does nothing twice', (failpoint) =>
    play(async ({ database, folder, start }) => {
      const parcels = [uuidv7(), uuidv7()];
      for (const version of [1, 2, 3]) {
        await publish(database, ...parcels.map((parcel) => parcelWeighed(parcel, version)));
      }
      expect(await start({ AJUDANT_FAILPOINTS: failpoint }).ended).toBe('SIGKILL');
      expect(await readdir(folder)).toEqual([failpoint]);
      start({ AJUDANT_FAILPOINTS: failpoint });
      for (const parcel of parcels) {
        await eventually(async () => expect(await weighed(database, 'weighing', parcel)).toEqual([1, 2, 3]));
      }
    }),
  );

  it.concurrent('does not die where nobody asked for it', () =>
    play(async ({ database, folder, start }) => {
      const parcel = uuidv7();
      await publish(database, parcelWeighed(parcel, 1));
      start();
      await eventually(async () => expect(await weighed(database, 'weighing', parcel)).toEqual([1]));
      expect(await readdir(folder)).toEqual([]);
    }),
  );
});
