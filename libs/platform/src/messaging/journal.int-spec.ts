import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { v7 as uuidv7 } from 'uuid';
import type { EventEnvelope } from '#contracts/envelope';
import type { Database } from '#platform/database';
import { eventually, type TestDatabase } from '#platform/testing';
import { Journal } from './journal.js';
import {
  everything,
  marketplace,
  openParcels,
  parcelHome,
  parcelTopic,
  parcelWeighed,
  publish,
} from './specimen/parcels.js';

let home: TestDatabase;
let owner: pg.Client;
let database: Database;

beforeEach(async () => {
  home = await parcelHome();
  owner = new pg.Client({ connectionString: home.url });
  await owner.connect();
  database = await openParcels(home.url, 40);
});

afterEach(async () => {
  await database.dataSource.destroy();
  await owner.end();
  await home.dispose();
});

const parcels = Array.from({ length: 12 }, () => uuidv7());

class ChangedItsMind extends Error {}

/** Weighs a parcel as a use case would; half of the pauses fall before the event and half after it. */
const weigh = (parcel: string, grams: number): Promise<void> =>
  database.transaction(marketplace, async (tx) => {
    const [row] = await tx.query<{ version: number }>('SELECT version FROM parcel WHERE id = $1 FOR UPDATE', [parcel]);
    const version = (row?.version ?? 0) + 1;
    await sleep(Math.random() * 20);
    await tx.execute('UPDATE parcel SET version = $2 WHERE id = $1', [parcel, version]);
    await tx.append([parcelWeighed(parcel, version, grams)]);
    await sleep(Math.random() * 20);
    if (grams % 5 === 0) throw new ChangedItsMind();
  });

/** Follows the journal as any reader does, and keeps what it saw. */
const readAlong = (journal: Journal) => {
  const seen: EventEnvelope[] = [];
  let position = 0;
  const readOn = async (): Promise<void> => {
    const { events, end } = await journal.read(position, [parcelTopic], 50);
    seen.push(...events);
    position = end;
  };
  return { seen, readOn };
};

/** Cuts the connections of whoever is moving events at this moment, or waits for its turn. */
const killSequencers = (): Promise<unknown> =>
  owner.query(`SELECT pg_terminate_backend(pid) FROM pg_locks
               WHERE locktype = 'advisory' AND database = (SELECT oid FROM pg_database WHERE datname = current_database())`);

const sequencerOfItsOwn = async () => {
  const own = await openParcels(home.url, 2);
  const journal = new Journal(own, '/ajudant/api');
  journal.start();
  return async (): Promise<void> => {
    await journal.stop();
    await own.dataSource.destroy();
  };
};

describe('a journal', () => {
  it('takes each committed event once, in the order of its aggregate, from 40 writers and past dying sequencers', async () => {
    for (const id of parcels) await owner.query('INSERT INTO api.parcel VALUES ($1, 0)', [id]);
    const journal = new Journal(database, '/ajudant/api');
    const { seen, readOn } = readAlong(journal);
    const stopFirst = await sequencerOfItsOwn();
    let stopSecond = await sequencerOfItsOwn();
    const committed: string[] = [];
    let grams = 0;
    const written = new AbortController();

    const writers = Array.from({ length: 40 }, async (_, writer) => {
      for (let turn = 0; turn < 15; turn += 1) {
        const parcel = parcels[(writer + turn * 7) % parcels.length] ?? '';
        const mine = (grams += 1);
        await weigh(parcel, mine).then(
          () => committed.push(`${parcel} ${mine}`),
          (error: unknown) => expect(error).toBeInstanceOf(ChangedItsMind),
        );
      }
    });
    const unrest = (async () => {
      while (!written.signal.aborted) {
        await sleep(120);
        await killSequencers();
        await stopSecond();
        stopSecond = await sequencerOfItsOwn();
      }
    })();
    const reading = (async () => {
      while (!written.signal.aborted) await readOn();
    })();
    await Promise.all(writers);
    written.abort();
    await Promise.all([unrest, reading]);
    await eventually(async () => {
      await readOn();
      expect(seen.length).toBeGreaterThanOrEqual(committed.length);
    });
    await Promise.all([stopFirst(), stopSecond()]);
    await readOn();

    const published = seen.map((event) => `${event.aggregateId} ${(event.data as { grams: number }).grams}`);
    expect(published.toSorted()).toEqual(committed.toSorted());
    for (const parcel of parcels) {
      const versions = seen.filter((event) => event.aggregateId === parcel).map((event) => event.aggregateVersion);
      expect(versions).toEqual(versions.map((_, index) => index + 1));
    }
    const positions = seen.map((event) => event.position);
    expect(positions).toEqual(positions.toSorted((one, other) => one - other));
    expect((await owner.query('SELECT FROM api.outbox')).rowCount).toBe(0);
    expect(await journal.verify()).toEqual({ soundUntil: positions.at(-1), broken: null });
  });

  it('knows nothing of what was rolled back', async () => {
    const journal = new Journal(database, '/ajudant/api');
    const parcel = uuidv7();
    const failing = database.transaction(marketplace, async (tx) => {
      await tx.append([parcelWeighed(parcel, 1)]);
      throw new ChangedItsMind();
    });
    await expect(failing).rejects.toThrow(ChangedItsMind);
    await journal.drain();
    expect((await journal.read(0, 'all')).events).toEqual([]);
  });

  it('reads on past what it was not asked for', async () => {
    const journal = new Journal(database, '/ajudant/api');
    const parcel = uuidv7();
    const other = { ...parcelWeighed(uuidv7(), 1), aggregateType: 'letter' };
    await publish(database, parcelWeighed(parcel, 1), other, other, parcelWeighed(parcel, 2), other);
    await journal.drain();
    const first = await journal.read(0, [parcelTopic], 3);
    expect(first).toMatchObject({ events: [{ aggregateVersion: 1 }], hasMore: true });
    const second = await journal.read(first.end, [parcelTopic], 3);
    expect(second).toMatchObject({ events: [{ aggregateVersion: 2 }], hasMore: false });
    const nothing = { after: second.end, events: [], end: second.end, hasMore: false };
    expect(await journal.read(second.end, [parcelTopic], 3)).toEqual(nothing);
  });

  it('gives everything again from the first event', async () => {
    const journal = new Journal(database, '/ajudant/api');
    const parcel = uuidv7();
    for (let block = 0; block < 3; block += 1) {
      const versions = Array.from({ length: 400 }, (_, index) => block * 400 + index + 1);
      await publish(database, ...versions.map((version) => parcelWeighed(parcel, version)));
    }
    await journal.drain();
    const versions = (await everything(journal, [parcelTopic])).map((event) => event.aggregateVersion);
    expect(versions).toEqual(Array.from({ length: 1200 }, (_, index) => index + 1));
  });

  it('says who caused what, and when', async () => {
    const journal = new Journal(database, '/ajudant/api');
    const organisation = uuidv7();
    await publish(database, { ...parcelWeighed(uuidv7(), 1, 7), audience: [organisation] });
    await journal.drain();
    const { events } = await journal.read(0, 'all');
    expect(events).toEqual([
      {
        ...parcelWeighed(expect.any(String) as unknown as string, 1, 7),
        audience: [organisation],
        id: expect.stringMatching(/^[0-9a-f-]{14}7/),
        source: '/ajudant/api',
        time: expect.stringMatching(/Z$/),
        position: expect.any(Number),
        correlationId: expect.any(String),
        causationId: null,
        traceparent: null,
      },
    ]);
  });
});
