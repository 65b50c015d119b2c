import { migrateApi } from '../../apps/api/src/data-source.js';
import { migrateMatcher } from '../../apps/matcher/src/data-source.js';
import { type Database, openDatabase } from '#platform/database';
import { Journal } from '#platform/messaging';
import { type TestDatabase, testDatabase } from '#platform/testing';
import pg from 'pg';
import { v7 as uuidv7 } from 'uuid';
import { journalCommand } from './journal-command.js';

let home: TestDatabase;
let owner: pg.Client;
let database: Database;

beforeEach(async () => {
  home = await testDatabase({
    template: 'marketplace',
    migrate: async (ownerUrl) => {
      await migrateApi({ ownerUrl });
      await migrateMatcher({ ownerUrl });
    },
  });
  owner = new pg.Client({ connectionString: home.url });
  await owner.connect();
  database = await openDatabase({ schema: 'api', url: home.url, entities: [], poolSize: 2 });
});

afterEach(async () => {
  await database.dataSource.destroy();
  await owner.end();
  await home.dispose();
});

const happen = async (events: number): Promise<void> => {
  const event = { type: 'parcel.weighed.v1', aggregateType: 'parcel', aggregateVersion: 1, audience: [], data: {} };
  await database.transaction({ kind: 'marketplace' }, (tx) =>
    tx.append(Array.from({ length: events }, () => ({ ...event, aggregateId: uuidv7() }))),
  );
  await new Journal(database, '/ajudant/api').drain();
};

const run = async (args: string, environment: NodeJS.ProcessEnv = {}) => {
  let printed = '';
  const remarks: string[] = [];
  const exitCode = await journalCommand(
    args === '' ? [] : args.split(' '),
    { DATABASE_URL: home.url, ...environment },
    {
      print: async (text) => void (printed += text),
      remark: (line) => void remarks.push(line),
    },
  );
  return { exitCode, printed, remarks };
};

describe('the command for journals', () => {
  it('finds both journals sound as long as nobody touched them', async () => {
    await happen(3);
    expect(await run('verify')).toEqual({
      exitCode: 0,
      printed: 'api: sound up to position 3\nmatcher: sound up to position 0\n',
      remarks: [],
    });
  });

  it('fails where somebody changed an event, and says which', async () => {
    await happen(2);
    await happen(3);
    await owner.query(`UPDATE api.journal SET data = '{"grams": 2}' WHERE position = 4`);
    expect(await run('verify --schema api')).toEqual({
      exitCode: 1,
      printed: 'api: sound up to position 2, not what was sealed from 3 to 5\n',
      remarks: [],
    });
  });

  it('drops what is old enough, and nothing that a reader has yet to read', async () => {
    await happen(2);
    await owner.query(`SELECT setval('api.journal_position', 999_999)`);
    await happen(2);
    await owner.query(`UPDATE api.journal SET occurred_at = now() - interval '31 days' WHERE position < 1000000`);
    await owner.query(`INSERT INTO api.cursor VALUES ('slow', 1), ('quick', 1000001)`);
    const prune = () => run('prune --days 30 --schema api');
    expect(await prune()).toMatchObject({ exitCode: 0, printed: 'api: 0 partitions dropped\n' });
    await owner.query(`UPDATE api.cursor SET position = 1000001 WHERE reader = 'slow'`);
    expect(await run('prune --days 32 --schema api')).toMatchObject({ printed: 'api: 0 partitions dropped\n' });
    expect(await prune()).toMatchObject({ exitCode: 0, printed: 'api: 1 partition dropped\n' });
    expect(await run('verify --schema api')).toMatchObject({ exitCode: 0 });
  });

  it('takes the days of the configuration where none are given', async () => {
    const { exitCode, printed } = await run('prune', { AJUDANT_JOURNAL_RETENTION_DAYS: '30' });
    expect([exitCode, printed]).toEqual([0, 'api: 0 partitions dropped\nmatcher: 0 partitions dropped\n']);
  });

  it.each([
    ['', 'say verify or prune'],
    ['inspect', 'say verify or prune'],
    ['verify prune', 'there is nothing to do with prune'],
    ['verify --schema shop', '--schema takes api or matcher'],
    ['verify --days 3', '--days goes with prune'],
    ['prune --days 0', '--days takes an integer from 1 to 99999'],
    ['prune', 'nothing is pruned by configuration: say --days, or set AJUDANT_JOURNAL_RETENTION_DAYS'],
    ['verify --force', "Unknown option '--force'"],
  ])('says in one line what is wrong with "%s"', async (args, line) => {
    const { exitCode, printed, remarks } = await run(args);
    expect({ exitCode, printed }).toEqual({ exitCode: 2, printed: '' });
    expect(remarks).toHaveLength(1);
    expect(remarks[0]).toContain(line);
    expect(remarks[0]).not.toContain('\n');
  });

  it('explains itself', async () => {
    const { exitCode, printed } = await run('--help');
    expect(exitCode).toBe(0);
    expect(printed).toMatch(/^npm run journal -- verify /);
  });
});
