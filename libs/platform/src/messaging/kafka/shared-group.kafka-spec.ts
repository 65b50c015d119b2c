import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { v7 as uuidv7 } from 'uuid';
import type { Database } from '#platform/database';
import { eventually, type TestDatabase } from '#platform/testing';
import { failpointNames } from '../failpoints.js';
import { openParcels, parcelHome, parcelWeighed, publish, weighed } from '../specimen/parcels.js';
import { type ParcelProcess, startParcelProcess } from '../specimen/start-parcel-process.js';

const brokers = process.env['KAFKA_BROKERS'] ?? '';

let home: TestDatabase;
let database: Database;
let folder: string;
const running: ParcelProcess[] = [];

const start = (group: string, env?: Readonly<Record<string, string>>): ParcelProcess => {
  const started = startParcelProcess({ url: home.url, group, brokers }, env);
  running.push(started);
  return started;
};

beforeEach(async () => {
  home = await parcelHome();
  database = await openParcels(home.url, 5);
  folder = await mkdtemp(path.join(tmpdir(), 'ajudant-failpoints-'));
});

afterEach(async () => {
  for (const { child } of running) child.kill('SIGKILL');
  await Promise.all(running.splice(0).map(({ ended }) => ended));
  await database.dataSource.destroy();
  await home.dispose();
  // Not before: a process that still lives may write into it.
  await rm(folder, { recursive: true, force: true });
});

const range = (count: number): number[] => Array.from({ length: count }, (_, index) => index + 1);

describe('processes of one service', () => {
  it('share the work, and lose nothing when one of them is killed', async () => {
    const group = `shared-${randomUUID()}`;
    const first = start(group);
    start(group);
    const parcels = range(9).map(() => uuidv7());
    for (const version of range(60)) {
      await publish(database, ...parcels.map((parcel) => parcelWeighed(parcel, version)));
      if (version === 30) first.child.kill('SIGKILL');
      await sleep(40);
    }
    for (const parcel of parcels) {
      await eventually(async () => expect(await weighed(database, group, parcel)).toEqual(range(60)));
    }
  });

  it.each(failpointNames)('lose nothing and do nothing twice when one dies %s', async (failpoint) => {
    const group = `dying-${randomUUID()}`;
    const env = { AJUDANT_FAILPOINTS: failpoint, AJUDANT_FAILPOINT_DIR: folder };
    const parcels = [uuidv7(), uuidv7()];
    for (const version of range(5)) {
      await publish(database, ...parcels.map((parcel) => parcelWeighed(parcel, version)));
    }
    expect(await start(group, env).ended).toBe('SIGKILL');
    start(group, env);
    for (const parcel of parcels) {
      await eventually(async () => expect(await weighed(database, group, parcel)).toEqual(range(5)));
    }
  });
});
