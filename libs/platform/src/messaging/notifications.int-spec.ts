import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { v7 as uuidv7 } from 'uuid';
import { eventually, type TestDatabase } from '#platform/testing';
import { Journal } from './journal.js';
import { openParcels, parcelHome, parcelWeighed, publish } from './specimen/parcels.js';

let home: TestDatabase;
const cleanups: (() => Promise<void>)[] = [];

beforeAll(async () => {
  home = await parcelHome();
});

afterEach(async () => {
  for (const cleanUp of cleanups.splice(0).toReversed()) await cleanUp();
});

afterAll(async () => {
  await home.dispose();
});

const instance = async () => {
  const database = await openParcels(home.url, 3);
  const journal = new Journal(database, '/ajudant/api');
  cleanups.push(async () => {
    await journal.stop();
    await database.dataSource.destroy();
  });
  journal.start();
  return { database, journal };
};

describe('instances of a service', () => {
  it('hear of each other that the journal has grown, also after their connections were cut', async () => {
    const here = await instance();
    const there = await instance();
    const owner = new pg.Client({ connectionString: home.url });
    await owner.connect();
    cleanups.push(() => owner.end());
    let heard = 0;
    there.journal.onAppended(() => {
      heard += 1;
    });
    const publishHere = async () => {
      const before = heard;
      await publish(here.database, parcelWeighed(uuidv7(), 1));
      // The other instance may be the one that moved the event; either way it is told.
      await eventually(() => expect(heard).toBeGreaterThan(before), 2_000);
    };
    await eventually(publishHere);
    await owner.query(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'ajudant-api-hints'`,
    );
    await sleep(50);
    await eventually(publishHere);
  });
});
