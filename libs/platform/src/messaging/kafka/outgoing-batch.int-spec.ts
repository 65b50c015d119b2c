import { v7 as uuidv7 } from 'uuid';
import type { Database } from '#platform/database';
import type { TestDatabase } from '#platform/testing';
import { Journal } from '../journal.js';
import { marketplace, openParcels, parcelHome, parcelWeighed, publish } from '../specimen/parcels.js';
import { type OutgoingBatch, outgoingOf, readOutgoing } from './outgoing-batch.js';

let home: TestDatabase;
let database: Database;
let journal: Journal;

beforeEach(async () => {
  home = await parcelHome();
  database = await openParcels(home.url, 3);
  journal = new Journal(database, '/ajudant/api');
});
afterEach(async () => {
  await database.dataSource.destroy();
  await home.dispose();
});

const read = (after: number): Promise<OutgoingBatch> =>
  database.transaction(marketplace, (tx) => readOutgoing(tx, journal, after));
const messagesOf = ({ topicMessages }: OutgoingBatch) => topicMessages.flatMap(({ messages }) => messages);
const positionsOf = (batch: OutgoingBatch): number[] =>
  messagesOf(batch).map(({ headers }) => Number(headers?.['ce_position']));

describe('what goes to Kafka next', () => {
  it('is in the order of the journal, and says the same whether it comes from there or was told in this process', async () => {
    const parcel = uuidv7();
    const audience = [uuidv7(), uuidv7()];
    for (let version = 1; version <= 12; version += 1) {
      await publish(database, { ...parcelWeighed(parcel, version, { kilos: [version] }), audience });
    }
    await journal.drain();
    const kept = await read(0);
    expect(positionsOf(kept)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);
    expect(kept).toMatchObject({ last: 12, hasMore: false });
    const told = outgoingOf(await journal.read(0, 'all'));
    expect(told).toMatchObject({ last: 12, hasMore: false });
    const parsed = (batch: OutgoingBatch) =>
      messagesOf(batch).map(({ value, ...message }) => ({ ...message, value: JSON.parse(String(value)) as unknown }));
    expect(parsed(kept)).toEqual(parsed(told));
    expect(positionsOf(await read(9))).toEqual([10, 11, 12]);
    expect(await read(12)).toEqual({ topicMessages: [], last: null, hasMore: false });
  });

  it('holds a megabyte of data at most, unless one event alone is larger', async () => {
    const large = 'x'.repeat(600_000);
    for (const grams of [large, large, large + large]) await publish(database, parcelWeighed(uuidv7(), 1, grams));
    await journal.drain();
    for (const [after, last] of [
      [0, 1],
      [1, 2],
      [2, 3],
    ] as const) {
      expect(await read(after)).toMatchObject({ last, hasMore: last < 3 });
      expect(outgoingOf(await journal.read(after, 'all'))).toMatchObject({ last, hasMore: last < 3 });
    }
  });
});
