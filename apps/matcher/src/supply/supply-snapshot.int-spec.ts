import { type Database, openDatabase, type Transaction } from '#platform/database';
import { testDatabase, type TestDatabase } from '#platform/testing';
import { randomUUID } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { migrateMatcher } from '../data-source.js';
import { type History, SupplySnapshot } from './supply-snapshot.js';
import { SupplyWriter } from './supply-writer.js';
import { Supply } from './supply.js';

const listing = {
  countryCode: 'ES',
  timeZone: 'Europe/Madrid',
  skills: [{ skillCode: 'spreadsheets', level: 4 }],
  dutyCodes: ['inbox-triage'],
  languages: [{ language: 'ca' as const, level: 'C2' as const }],
  hourlyRate: { amountMinor: 1_850, currency: 'EUR' },
  weeklyHours: [{ weekday: 1, start: '09:00', end: '14:00' }],
  daysOff: [{ from: '2027-08-01', to: '2027-08-15' }],
  weeklyCapacityMinutes: 1_200,
  instantBooking: true,
  listedAt: '2026-01-05T08:00:00.000Z',
};

describe('the snapshot of the supply', () => {
  let place: TestDatabase;
  let database: Database;
  let folder: string;
  beforeAll(async () => {
    place = await testDatabase({ template: 'matcher', migrate: (ownerUrl) => migrateMatcher({ ownerUrl }) });
    database = await openDatabase({ schema: 'matcher', url: place.url, entities: [], poolSize: 3 });
  });
  beforeEach(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'ajudant-snapshot-'));
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));
  afterAll(async () => {
    await database.dataSource.destroy();
    await place.dispose();
  });

  const inTransaction = <T>(work: (tx: Transaction) => Promise<T>): Promise<T> =>
    database.transaction({ kind: 'marketplace' }, work);
  const write = (work: (writer: SupplyWriter) => Promise<void>) => inTransaction((tx) => work(new SupplyWriter(tx)));
  const list = (writer: SupplyWriter, assistantId: string, agencyId: string, status: 'published' | 'withdrawn') =>
    writer.listing({
      aggregateId: assistantId,
      aggregateVersion: 2,
      data: { ...listing, agencyId, status },
    } as Parameters<SupplyWriter['listing']>[0]);
  const anAssistant = async (): Promise<string> => {
    const [assistantId, agencyId] = [randomUUID(), randomUUID()];
    await write(async (writer) => {
      await writer.agency(agencyId, 'verified');
      await list(writer, assistantId, agencyId, 'published');
      await writer.clear(randomUUID(), assistantId, '2027-06-01T00:00:00.000Z');
      await writer.rate(assistantId, 5);
      await writer.book(randomUUID(), assistantId, [
        { startAt: '2027-01-04T09:00:00Z', endAt: '2027-01-04T10:30:00Z' },
      ]);
    });
    return assistantId;
  };
  const started = async (): Promise<Supply> => {
    const supply = new Supply(new SupplySnapshot(folder));
    await inTransaction((tx) => supply.refresh(tx));
    return supply;
  };
  const fromTables = async (): Promise<Supply> => {
    const supply = new Supply(new SupplySnapshot(null));
    await inTransaction((tx) => supply.refresh(tx));
    return supply;
  };
  const content = (supply: Supply) => ({
    assistants: [...supply.columns.candidates()].sort((a, b) => (a.assistantId < b.assistantId ? -1 : 1)),
    quality: supply.marketplaceQuality,
  });
  const file = () => path.join(folder, 'supply.ndjson');
  const changed = async (change: (text: string) => string) => writeFile(file(), change(await readFile(file(), 'utf8')));

  it('gives what the tables give, with what was written since', async () => {
    const withdrawn = await anAssistant();
    const rated = await anAssistant();
    await (await started()).save();
    const since = await anAssistant();
    await write(async (writer) => {
      await writer.withdraw(withdrawn);
      await writer.rate(rated, 1);
    });
    const quick = await started();
    expect(content(quick)).toEqual(content(await fromTables()));
    const ids = [...quick.columns.candidates()].map(({ assistantId }) => assistantId as string);
    expect(ids).toContain(since);
    expect(ids).not.toContain(withdrawn);
  });

  it('is really read: nobody else would know of a line that was added to it', async () => {
    await anAssistant();
    await (await started()).save();
    const ghost = randomUUID();
    await changed((text) => {
      const lines = text.trimEnd().split('\n');
      const someone = lines.find((line) => line.startsWith('{"listed"'))!;
      const { listed } = JSON.parse(someone) as { listed: object };
      lines.splice(
        -1,
        1,
        JSON.stringify({ listed: { ...listed, assistantId: ghost } }),
        JSON.stringify({ end: lines.length - 1 }),
      );
      return `${lines.join('\n')}\n`;
    });
    expect([...(await started()).columns.candidates()].map(({ assistantId }) => assistantId as string)).toContain(
      ghost,
    );
  });

  const header = (change: (given: { format: number; history: History; mark: string }) => object) => (text: string) => {
    const [first, ...others] = text.split('\n');
    return [
      JSON.stringify(change(JSON.parse(first!) as { format: number; history: History; mark: string })),
      ...others,
    ].join('\n');
  };
  it.each<readonly [string, (text: string) => string]>([
    ['another database cluster', header((given) => ({ ...given, history: { ...given.history, system: '1' } }))],
    ['a time line that was left', header((given) => ({ ...given, history: { ...given.history, timeline: 99 } }))],
    [
      'another database of the cluster',
      header((given) => ({ ...given, history: { ...given.history, database: '1' } })),
    ],
    ['a time that the database has not come to', header((given) => ({ ...given, mark: '9000000000000000000' }))],
    ['another format', header((given) => ({ ...given, format: 0 }))],
    ['a disk that was full', (text) => text.slice(0, -40)],
    ['nothing that is written in lines of JSON', () => 'x'.repeat(100)],
    ['nobody: it is empty', () => ''],
  ])('is refused and removed when it is of %s, and the tables are read', async (_, change) => {
    await anAssistant();
    await (await started()).save();
    await changed(change);
    expect(content(await started())).toEqual(content(await fromTables()));
    expect(await readdir(folder)).toEqual([]);
  });

  it('is written whole or not at all, and not again while nothing is new', async () => {
    await anAssistant();
    const supply = await started();
    await supply.save();
    expect(await readdir(folder)).toEqual(['supply.ndjson']);
    await rm(file());
    await supply.save();
    expect(await readdir(folder)).toEqual([]);
  });
});
