import { type TestDatabase, testDatabase } from '#platform/testing';
import type { Database } from './database.js';
import { migrateNotes, type NoteFact, NoteRow, NoteStore } from './example/note.js';
import { openDatabase } from './open-database.js';
import type { Scope } from './scope.js';

const northId = '018f0000-0000-7000-8000-000000000001';
const north: Scope = { kind: 'organisation', organisationId: northId };
const south: Scope = { kind: 'organisation', organisationId: '018f0000-0000-7000-8000-000000000002' };
const id = '018f0000-0000-7000-8000-100000000001';
const written: NoteFact = { type: 'noteWritten', ownerId: northId, text: 'first' };
const reworded = (text: string): NoteFact => ({ type: 'noteReworded', text });

let home: TestDatabase;
let database: Database;
let notes: NoteStore;

beforeAll(async () => {
  home = await testDatabase({ template: 'notes', migrate: migrateNotes });
  database = await openDatabase({ schema: 'api', url: home.url, entities: [NoteRow], poolSize: 5 });
  notes = new NoteStore(database);
});

afterAll(async () => {
  await database.dataSource.destroy();
  await home.dispose();
});

beforeEach(async () => {
  await database.transaction({ kind: 'marketplace' }, async (tx) => {
    await tx.execute('DELETE FROM note');
    await tx.execute('DELETE FROM outbox');
  });
});

const events = () =>
  database.transaction({ kind: 'marketplace' }, (tx) =>
    tx.query('SELECT type, aggregate_id, aggregate_version, data FROM outbox ORDER BY id'),
  );

describe('a store', () => {
  it('creates with one event for each fact, numbered from 1', async () => {
    const created = await notes.create(north, id, [written, reworded('second')]);
    expect(created).toEqual({ state: { ownerId: northId, text: 'second' }, version: 2 });
    expect(await notes.load(north, id)).toEqual(created);
    expect(await events()).toEqual([
      { type: 'note.written.v1', aggregate_id: id, aggregate_version: 1, data: { text: 'first' } },
      { type: 'note.reworded.v1', aggregate_id: id, aggregate_version: 2, data: { text: 'second' } },
    ]);
  });

  it('creates and updates many at once, each with its own events', async () => {
    const ids = Array.from({ length: 600 }, (_, n) => `018f0000-0000-7000-8000-2000${String(n).padStart(8, '0')}`);
    await notes.createMany(
      north,
      ids.map((one) => ({ id: one, facts: [written] })),
    );
    await notes.updateMany(north, ids.toReversed(), () => [reworded('again'), reworded('last')]);
    await notes.updateMany(north, ids, () => []);
    expect(await notes.load(north, ids[599]!)).toEqual({ state: { ownerId: northId, text: 'last' }, version: 3 });
    const told = (await events()) as { aggregate_id: string; aggregate_version: number }[];
    expect(told).toHaveLength(1_800);
    expect(told.filter((event) => event.aggregate_id === ids[1]).map((event) => event.aggregate_version)).toEqual([
      1, 2, 3,
    ]);
    await expect(notes.updateMany(south, ids.slice(0, 1), () => [reworded('mine')])).rejects.toThrow('note.not-found');
  });

  it('updates what it decides on the locked state, and counts on', async () => {
    await notes.create(north, id, [written]);
    const updated = await notes.update(north, id, 1, (note) => [reworded(`${note.text}!`), reworded('last')]);
    expect(updated).toEqual({ state: { ownerId: northId, text: 'last' }, version: 3 });
    expect(await notes.load(north, id)).toEqual(updated);
    expect(await events()).toMatchObject([
      { aggregate_version: 1 },
      { aggregate_version: 2, data: { text: 'first!' } },
      { aggregate_version: 3, data: { text: 'last' } },
    ]);
  });

  it('refuses a version that is not the latest, and changes nothing', async () => {
    await notes.create(north, id, [written]);
    await notes.update(north, id, null, () => [reworded('second')]);
    const stale = notes.update(north, id, 1, () => [reworded('third')]);
    await expect(stale).rejects.toMatchObject({
      code: 'precondition.stale',
      details: { expectedVersion: 1, version: 2 },
    });
    expect(await notes.load(north, id)).toMatchObject({ state: { text: 'second' }, version: 2 });
  });

  it('changes nothing and tells nobody when nothing is decided', async () => {
    await notes.create(north, id, [written]);
    let alsoDone = 0;
    const also = async (): Promise<void> => void (alsoDone += 1);
    expect(await notes.update(north, id, 1, () => [], also)).toMatchObject({ version: 1 });
    expect(alsoDone).toBe(0);
    expect(await events()).toHaveLength(1);
  });

  it('does not know what is not there, what belongs to others, and what is no id', async () => {
    await notes.create(north, id, [written]);
    const missing = id.replace(/1$/, '2');
    const attempts = [
      () => notes.load(north, missing),
      () => notes.load(south, id),
      () => notes.load(north, "' OR true --"),
      () => notes.update(south, id, null, () => [reworded('stolen')]),
      () => notes.update(north, missing, 7, () => []),
    ];
    for (const attempt of attempts) await expect(attempt()).rejects.toMatchObject({ code: 'note.not-found' });
  });

  it('undoes the change and its events when what goes with it fails', async () => {
    await notes.create(north, id, [written]);
    const failing = notes.update(
      north,
      id,
      null,
      () => [reworded('second')],
      async () => {
        throw new Error('no');
      },
    );
    await expect(failing).rejects.toThrow('no');
    expect(await notes.load(north, id)).toMatchObject({ state: { text: 'first' }, version: 1 });
    expect(await events()).toHaveLength(1);
  });

  it('does what goes with it in the same transaction', async () => {
    await notes.create(north, id, [written], async (tx, note) => {
      await tx.query('INSERT INTO counter VALUES ($1, 1)', [note.text]);
    });
    expect(await database.dataSource.query('SELECT name, value FROM counter')).toEqual([{ name: 'first', value: 1 }]);
  });

  it('loses no update of many at once', async () => {
    await notes.create(north, id, [written]);
    const writers = Array.from({ length: 20 }, (_, n) => notes.update(north, id, null, () => [reworded(`${n}`)]));
    await Promise.all(writers);
    expect(await notes.load(north, id)).toMatchObject({ version: 21 });
    const versions = (await events()) as { aggregate_version: number }[];
    expect(versions.map((event) => event.aggregate_version)).toEqual(Array.from({ length: 21 }, (_, n) => n + 1));
  });

  it('lets one of many win who all saw the same version', async () => {
    await notes.create(north, id, [written]);
    const writers = Array.from({ length: 5 }, (_, n) => notes.update(north, id, 1, () => [reworded(`${n}`)]));
    const outcomes = await Promise.allSettled(writers);
    expect(outcomes.filter((outcome) => outcome.status === 'fulfilled')).toHaveLength(1);
  });
});
