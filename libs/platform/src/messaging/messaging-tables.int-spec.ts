import { v7 as uuidv7 } from 'uuid';
import { JournalFeed } from './journal-feed.js';
import { messagingFigures } from './messaging-figures.js';
import { everything, marketplace, parcelJournal, parcelWeighed, publish } from './specimen/parcels.js';

let at: Awaited<ReturnType<typeof parcelJournal>>;

beforeEach(async () => {
  at = await parcelJournal();
});

afterEach(() => at.close());

const asApp = (sql: string): Promise<unknown> => at.database.transaction(marketplace, (tx) => tx.query(sql));

const publishSome = async (count: number): Promise<void> => {
  const parcel = uuidv7();
  const versions = Array.from({ length: count }, (_, index) => index + 1);
  await publish(at.database, ...versions.map((version) => parcelWeighed(parcel, version)));
  await at.journal.drain();
};

const partitions = async (): Promise<string[]> => {
  const { rows } = await at.owner.query(
    `SELECT inhrelid::regclass::text AS name FROM pg_inherits WHERE inhparent = 'api.journal'::regclass ORDER BY 1`,
  );
  return rows.map(({ name }) => String(name));
};

describe('the tables of messaging', () => {
  it.each([
    'UPDATE journal SET type = type',
    'DELETE FROM journal',
    'TRUNCATE journal',
    'TRUNCATE outbox',
    'DELETE FROM dead_letter',
    'DROP TABLE journal',
    `SELECT setval('journal_position', 1)`,
    'SELECT * FROM journal_0',
  ])('do not let an app %s', async (sql) => {
    await publishSome(1);
    await expect(asApp(sql)).rejects.toThrow(/permission denied|must be owner/);
  });

  it('grow by partitions without anybody noticing', async () => {
    await publishSome(3);
    await at.owner.query(`SELECT setval('api.journal_position', 999_990)`);
    await publishSome(40);
    expect(await partitions()).toEqual(['api.journal_0', 'api.journal_1']);
    await publishSome(1);
    expect(await partitions()).toEqual(['api.journal_0', 'api.journal_1', 'api.journal_2']);
    expect(await everything(at.journal, 'all')).toHaveLength(44);
  });

  it('go on after positions were burnt by many batches that failed', async () => {
    await at.owner.query(`SELECT setval('api.journal_position', 7_500_000)`);
    await publishSome(5);
    expect((await at.journal.read(0, 'all')).events.map(({ position }) => position)[0]).toBe(7_500_001);
  });

  it('lose old events by the partition, and never what a reader has yet to read', async () => {
    await publishSome(1);
    await at.owner.query(`SELECT setval('api.journal_position', 1_000_000)`);
    await publishSome(1);
    const drop = async () =>
      (await at.owner.query(`SELECT api.drop_journal_before(now() + interval '1 day') AS n`)).rows[0].n;
    expect(await drop()).toBe(0);
    await at.owner.query(`INSERT INTO api.cursor VALUES ('slow', 1), ('fast', 1000001)`);
    expect(await drop()).toBe(0);
    await at.owner.query(`UPDATE api.cursor SET position = 1000001`);
    const tooEarly = await at.owner.query(`SELECT api.drop_journal_before(now() - interval '1 day') AS n`);
    expect(tooEarly.rows[0].n).toBe(0);
    expect(await drop()).toBe(1);
    expect((await at.journal.read(0, 'all')).events).toHaveLength(1);
  });

  it('count what is on its way', async () => {
    await publishSome(3);
    await publish(at.database, parcelWeighed(uuidv7(), 1));
    await at.owner.query(`INSERT INTO api.cursor VALUES ('slow', 1)`);
    expect(await messagingFigures(at.database)).toEqual({
      outboxDepth: 1,
      journalPosition: 3,
      cursorLags: { slow: 2 },
      deadLetters: 0,
      retrying: 0,
      parked: 0,
    });
  });
});

describe('the feed of an organisation', () => {
  const north = uuidv7();
  const south = uuidv7();
  const feed = () => new JournalFeed(at.database, '/ajudant/api');
  const grams = (events: readonly { data: object }[]) => events.map(({ data }) => (data as { grams: number }).grams);

  beforeEach(async () => {
    const audiences = [[north], [south], [north, south], [], [north]];
    await publish(
      at.database,
      ...audiences.map((audience, index) => ({ ...parcelWeighed(uuidv7(), 1, index), audience })),
    );
    await at.journal.drain();
  });

  it('holds its own events in order, page by page', async () => {
    const scope = { kind: 'organisation', organisationId: north } as const;
    const first = await feed().read(scope, 0, 2);
    expect(grams(first)).toEqual([0, 2]);
    expect(grams(await feed().read(scope, first.at(-1)?.position ?? 0, 2))).toEqual([4]);
  });

  it('holds everything for the marketplace, and nothing for the public', async () => {
    expect(grams(await feed().read(marketplace, 0, 10))).toEqual([0, 1, 2, 3, 4]);
    expect(await feed().read({ kind: 'public' }, 0, 10)).toEqual([]);
  });

  it('hides other organisations also from a query that forgets to', async () => {
    const scope = { kind: 'organisation', organisationId: south } as const;
    const rows = await at.database.transaction(scope, (tx) => tx.query('SELECT position FROM journal'));
    expect(rows).toHaveLength(2);
  });
});
