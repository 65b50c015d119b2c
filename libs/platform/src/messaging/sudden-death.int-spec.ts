import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { v7 as uuidv7 } from 'uuid';
import type { Database } from '#platform/database';
import { eventually, type TestDatabase } from '#platform/testing';
import { failpointNames } from './failpoints.js';
import { openParcels, parcelHome, parcelWeighed, publish, weighed } from './specimen/parcels.js';
import { type ParcelProcess, startParcelProcess } from './specimen/start-parcel-process.js';

let home: TestDatabase;
let database: Database;
let folder: string;
let running: ParcelProcess | null = null;

beforeEach(async () => {
  home = await parcelHome();
  database = await openParcels(home.url, 3);
  folder = await mkdtemp(path.join(tmpdir(), 'ajudant-failpoints-'));
});

afterEach(async () => {
  running?.child.kill('SIGKILL');
  await running?.ended;
  await database.dataSource.destroy();
  await home.dispose();
  await rm(folder, { recursive: true, force: true });
});

describe('a process that dies', () => {
  it.each(failpointNames)('%s loses nothing and does nothing twice', async (failpoint) => {
    const env = { AJUDANT_FAILPOINTS: failpoint, AJUDANT_FAILPOINT_DIR: folder };
    const settings = { url: home.url, group: 'weighing', brokers: null };
    const parcels = [uuidv7(), uuidv7()];
    for (const version of [1, 2, 3]) {
      await publish(database, ...parcels.map((parcel) => parcelWeighed(parcel, version)));
    }
    running = startParcelProcess(settings, env);
    expect(await running.ended).toBe('SIGKILL');
    expect(await readdir(folder)).toEqual([failpoint]);
    running = startParcelProcess(settings, env);
    for (const parcel of parcels) {
      await eventually(async () => expect(await weighed(database, 'weighing', parcel)).toEqual([1, 2, 3]));
    }
  });

  it('does not die where nobody asked for it', async () => {
    const parcel = uuidv7();
    await publish(database, parcelWeighed(parcel, 1));
    running = startParcelProcess(
      { url: home.url, group: 'weighing', brokers: null },
      { AJUDANT_FAILPOINT_DIR: folder },
    );
    await eventually(async () => expect(await weighed(database, 'weighing', parcel)).toEqual([1]));
    expect(await readdir(folder)).toEqual([]);
  });
});
