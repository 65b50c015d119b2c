import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { statementsSentBy, type TestDatabase, testDatabase } from '#platform/testing';
import type { Database } from './database.js';
import { MessageContext } from './message-context.js';
import { isDatabaseFailing } from './infrastructure-failure.js';
import { openDatabase } from './open-database.js';
import { migrateNotes, NoteRow } from './example/note.js';
import type { Scope } from './scope.js';
import type { Transaction } from './transaction.js';

const northId = '018f0000-0000-7000-8000-000000000001';
const southId = '018f0000-0000-7000-8000-000000000002';
const north: Scope = { kind: 'organisation', organisationId: northId };
const south: Scope = { kind: 'organisation', organisationId: southId };
const marketplace: Scope = { kind: 'marketplace' };
const noteId = (n: number): string => `018f0000-0000-7000-8000-1000000000${String(n).padStart(2, '0')}`;

let home: TestDatabase;
let database: Database;

beforeAll(async () => {
  home = await testDatabase({ template: 'notes', migrate: migrateNotes });
  database = await openDatabase({ schema: 'api', url: home.url, entities: [NoteRow], poolSize: 5 });
});

afterAll(async () => {
  await database.dataSource.destroy();
  await home.dispose();
});

const write = (tx: Transaction, id: string, ownerId = northId) =>
  tx.query('INSERT INTO note VALUES ($1, 1, $2, $3)', [id, ownerId, 'text']);
const all = (scope: Scope) =>
  database.transaction(scope, async (tx) => (await tx.query<NoteRow>('SELECT * FROM note')).map((row) => row.id));
const clear = () => database.transaction(marketplace, (tx) => tx.execute('DELETE FROM note'));
const count = async (name: string) =>
  database.transaction(marketplace, async (tx) => {
    const [row] = await tx.query<{ value: number }>('SELECT value FROM counter WHERE name = $1', [name]);
    return row?.value ?? 0;
  });

afterEach(async () => {
  await clear();
});

describe('a transaction', () => {
  it('keeps what was done when the work returns, and gives its result', async () => {
    const result = await database.transaction(north, async (tx) => {
      await write(tx, noteId(1));
      return 'done';
    });
    expect(result).toBe('done');
    expect(await all(north)).toEqual([noteId(1)]);
  });

  it('has what is used often prepared, with its own values each time, unless its columns follow those of a table', async () => {
    const [one, whole] = ['SELECT $1::int + 1 AS next', 'SELECT * FROM note WHERE id = $1'];
    const kept = await database.read(north, async (tx) => {
      for (let times = 0; times < 50; times += 1) {
        expect(await tx.query(one, [times])).toEqual([{ next: times + 1 }]);
        await tx.query(whole, [noteId(1)]);
      }
      return tx.query('SELECT statement FROM pg_prepared_statements WHERE statement = ANY ($1)', [[one, whole]]);
    });
    expect(kept).toEqual([{ statement: one }]);
  });

  it('leaves nothing when the work fails', async () => {
    const work = database.transaction(north, async (tx) => {
      await write(tx, noteId(1));
      throw new Error('no');
    });
    await expect(work).rejects.toThrow('no');
    expect(await all(north)).toEqual([]);
  });

  it('fails when a failed statement was swallowed, since nothing was committed', async () => {
    const work = database.transaction(north, async (tx) => {
      await write(tx, noteId(1));
      await tx.query('SELECT 1 / 0').catch(() => undefined);
    });
    await expect(work).rejects.toThrow('nothing was committed');
    expect(await all(north)).toEqual([]);
  });

  it('refuses statements after its end', async () => {
    let escaped: Transaction | undefined;
    await database.transaction(north, async (tx) => void (escaped = tx));
    await expect(escaped?.query('SELECT 1')).rejects.toThrow('the transaction is over');
  });

  it('lets managers of TypeORM take part', async () => {
    const work = database.transaction(north, async (tx) => {
      await tx.manager.save(NoteRow, { id: noteId(1), version: 1, ownerId: northId, text: 'saved' });
      throw new Error('no');
    });
    await expect(work).rejects.toThrow('no');
    expect(await all(north)).toEqual([]);
  });

  it('refuses a scope that is no id', async () => {
    const scope: Scope = { kind: 'organisation', organisationId: "x', true); DROP TABLE note; --" };
    await expect(database.transaction(scope, async () => 1)).rejects.toThrow('needs the UUID');
  });

  it('goes on after its connection was cut, with the next one', async () => {
    const work = database.transaction(north, (tx) => tx.query('SELECT pg_terminate_backend(pg_backend_pid())'));
    await expect(work).rejects.toThrow();
    expect(await all(north)).toEqual([]);
  });

  it('reads bigint as a number where it is exact, and a date as it is written', async () => {
    const [row] = await database.transaction(north, (tx) =>
      tx.query(`SELECT 12::bigint AS small, 9007199254740993 AS large, DATE '2026-03-29' AS day`),
    );
    expect(row).toEqual({ small: 12, large: '9007199254740993', day: '2026-03-29' });
  });
});

describe('a session', () => {
  it('writes nothing outside of a transaction that says so', async () => {
    const statement = `INSERT INTO counter VALUES ('stray', 1)`;
    await expect(database.dataSource.query(statement)).rejects.toMatchObject({ driverError: { code: '25006' } });
    expect(await count('stray')).toBe(0);
  });

  it('gives nothing to anybody when a transaction could not begin', async () => {
    const { prototype } = pg.Client as unknown as { prototype: { query: (...args: unknown[]) => unknown } };
    const { query } = prototype;
    prototype.query = function (this: unknown, statement, ...others) {
      const begins = typeof statement === 'string' && statement.startsWith('BEGIN');
      return query.call(this, begins ? 'SELECT 1 / 0' : statement, ...others);
    };
    try {
      const reading = database.read(north, (tx) => tx.query('SELECT 1'));
      await expect(reading).rejects.toThrow('division by zero');
      const writing = database.transaction(north, (tx) => tx.query(`INSERT INTO counter VALUES ('stray', 1)`));
      await expect(writing).rejects.toThrow('division by zero');
    } finally {
      prototype.query = query;
    }
    expect(await count('stray')).toBe(0);
  });
});

describe('work that only reads', () => {
  it('sees by its scope', async () => {
    await database.transaction(north, (tx) => write(tx, noteId(1)));
    const ids = (scope: Scope) => database.read(scope, (tx) => tx.query('SELECT id FROM note'));
    expect(await ids(north)).toEqual([{ id: noteId(1) }]);
    expect(await ids(south)).toEqual([]);
  });

  it('can neither write nor have events', async () => {
    await expect(database.read(north, (tx) => write(tx, noteId(1)))).rejects.toThrow('read-only transaction');
    const draft = { type: 'note.written.v1', aggregateType: 'note', aggregateId: noteId(1), aggregateVersion: 1 };
    const telling = database.read(north, (tx) => tx.append([{ ...draft, audience: [], data: {} }]));
    await expect(telling).rejects.toThrow('has no events');
  });

  it('takes part in a transaction that is under way, and leaves it as it is', async () => {
    await database.transaction(north, async (tx) => {
      await write(tx, noteId(1));
      expect(await database.read(north, (inner) => inner.query('SELECT id FROM note'))).toHaveLength(1);
      await write(tx, noteId(2));
    });
    expect(await all(north)).toEqual([noteId(1), noteId(2)]);
  });

  it('gives its connection back, whatever becomes of it', async () => {
    for (let turn = 0; turn < 20; turn += 1) {
      await database.read(north, (tx) => tx.query('SELECT 1'));
      await expect(database.read(north, (tx) => tx.query('SELECT 1 / 0'))).rejects.toThrow('division by zero');
      await expect(database.read({ kind: 'organisation', organisationId: 'none' }, async () => 1)).rejects.toThrow();
    }
  });
});

describe('a script', () => {
  it('is one transaction in its scope, and gives the rows of each statement', async () => {
    const rows = await database.script(north, [
      `INSERT INTO note VALUES ('${noteId(1)}', 1, '${northId}', 'text')`,
      'SELECT id FROM note',
      `SELECT current_setting('ajudant.scope') AS scope`,
    ]);
    expect(rows).toEqual([[], [{ id: noteId(1) }], [{ scope: 'organisation' }]]);
    expect(await all(south)).toEqual([]);
  });

  it('leaves nothing when a statement fails, and its connection is as good as before', async () => {
    for (let turn = 0; turn < 10; turn += 1) {
      const failing = database.script(north, [
        `INSERT INTO note VALUES ('${noteId(1)}', 1, '${northId}', 'text')`,
        'SELECT 1 / 0',
      ]);
      await expect(failing).rejects.toThrow('division by zero');
    }
    expect(await all(north)).toEqual([]);
  });
});

describe('work inside work', () => {
  it('joins the transaction that is under way', async () => {
    const work = database.transaction(north, async (tx) => {
      await write(tx, noteId(1));
      await database.transaction(north, (inner) => write(inner, noteId(2)));
      expect(await all(north)).toHaveLength(2);
      throw new Error('no');
    });
    await expect(work).rejects.toThrow('no');
    expect(await all(north)).toEqual([]);
  });

  it('sees by its own scope, and gives the outer one back', async () => {
    await database.transaction(marketplace, async (tx) => {
      await write(tx, noteId(1), northId);
      await write(tx, noteId(2), southId);
    });
    await database.transaction(north, async (tx) => {
      expect(await all(south)).toEqual([noteId(2)]);
      expect(await all(marketplace)).toHaveLength(2);
      expect(await all({ kind: 'public' })).toEqual([]);
      expect(await tx.query('SELECT id FROM note')).toEqual([{ id: noteId(1) }]);
    });
  });

  it('takes the whole down when it fails, even if the caller goes on', async () => {
    const no = new Error('no');
    const work = database.transaction(north, async (tx) => {
      await write(tx, noteId(1));
      const inner = database.transaction(south, async (innerTx) => {
        await write(innerTx, noteId(2), southId);
        throw no;
      });
      await expect(inner).rejects.toThrow('no');
      await write(tx, noteId(3));
    });
    await expect(work).rejects.toMatchObject({ message: expect.stringContaining('nothing was committed'), cause: no });
    expect(await all(marketplace)).toEqual([]);
  });

  it('asks the database for nothing but its own statements, and for a scope where it is another', async () => {
    const sent = await statementsSentBy(() =>
      database.transaction(north, async (tx) => {
        await tx.query('SELECT 1');
        await database.transaction(north, (inner) => inner.query('SELECT 2'));
        await database.transaction(south, async (inner) => {
          await inner.query('SELECT 3');
          await database.read(south, (innermost) => innermost.query('SELECT 4'));
        });
        await tx.query('SELECT 5');
      }),
    );
    expect(sent.map(({ text }) => /^(BEGIN|SELECT \d|SET LOCAL|COMMIT)/.exec(text)?.[0])).toEqual([
      'BEGIN',
      'SELECT 1',
      'SELECT 2',
      'SET LOCAL',
      'SELECT 3',
      'SELECT 4',
      'SET LOCAL',
      'SELECT 5',
      'COMMIT',
    ]);
  });

  it('gives managers of TypeORM the scope that they were taken in', async () => {
    await database.transaction(marketplace, async (tx) => {
      await write(tx, noteId(1), northId);
      await write(tx, noteId(2), southId);
    });
    await database.transaction(north, async ({ manager }) => {
      const inSouth = await database.transaction(south, (inner) => inner.manager.find(NoteRow));
      expect(inSouth.map(({ id }) => id)).toEqual([noteId(2)]);
      expect((await manager.find(NoteRow)).map(({ id }) => id)).toEqual([noteId(1)]);
    });
  });

  it('runs one at a time when begun together, each under its own scope', async () => {
    await database.transaction(north, async () => {
      const seen = await Promise.all(
        [north, south, north, south].map((scope, index) =>
          database.transaction(scope, async (tx) => {
            await write(tx, noteId(index), index % 2 === 0 ? northId : southId);
            await sleep(5);
            return all(scope);
          }),
        ),
      );
      expect(seen.map((ids) => ids.length)).toEqual([1, 1, 2, 2]);
    });
  });

  it('begins a transaction of its own when the outer one has ended', async () => {
    let later: Promise<string[]> | undefined;
    await database.transaction(north, async () => {
      later = sleep(50).then(() => all(north));
    });
    expect(await later).toEqual([]);
  });
});

describe('a database that does not answer', () => {
  it('is given up, its connection too, and the next work finds another one', async () => {
    const impatient = await openDatabase({ schema: 'api', url: home.url, entities: [], poolSize: 1, silenceMs: 300 });
    const late = 'SELECT pg_sleep(600)';
    const failures = [
      await impatient.transaction(north, (tx) => tx.query(late)).catch((error: unknown) => error),
      await impatient.dataSource.query(late).catch((error: unknown) => error),
      await impatient.ask({ name: 'late', text: late }, []).catch((error: unknown) => error),
    ];
    expect(failures.map(isDatabaseFailing)).toEqual([true, true, true]);
    expect(await impatient.transaction(north, (tx) => tx.query('SELECT 1 AS one'))).toEqual([{ one: 1 }]);
    await impatient.dataSource.destroy();
  });
});

describe('an attempt inside work', () => {
  const failing = () =>
    database.attempt(south, async (tx) => {
      await write(tx, noteId(2), southId);
      await write(tx, noteId(2), southId);
    });

  it('that fails leaves nothing of itself, and the outer work its scope', async () => {
    await database.transaction(north, async (tx) => {
      await write(tx, noteId(1));
      await expect(failing()).rejects.toThrow('duplicate key');
      expect(await tx.query('SELECT id FROM note')).toEqual([{ id: noteId(1) }]);
    });
    expect(await all(marketplace)).toEqual([noteId(1)]);
  });

  it('that succeeds is kept with the rest, or goes with it', async () => {
    const attempting = (end: () => void) =>
      database.transaction(north, async (tx) => {
        await write(tx, noteId(1));
        await database.attempt(south, (inner) => write(inner, noteId(2), southId));
        expect(await tx.query('SELECT id FROM note')).toEqual([{ id: noteId(1) }]);
        end();
      });
    const no = () => {
      throw new Error('no');
    };
    await expect(attempting(no)).rejects.toThrow('no');
    expect(await all(marketplace)).toEqual([]);
    await attempting(() => undefined);
    expect(await all(marketplace)).toEqual([noteId(1), noteId(2)]);
  });

  it('fails when work that joined it fails, even if it goes on', async () => {
    await database.transaction(north, async (tx) => {
      await write(tx, noteId(1));
      const attempt = database.attempt(north, async (inner) => {
        await write(inner, noteId(2));
        await database.transaction(north, () => Promise.reject(new Error('no'))).catch(() => undefined);
      });
      await expect(attempt).rejects.toThrow('was ignored');
    });
    expect(await all(north)).toEqual([noteId(1)]);
  });

  it('can itself make attempts', async () => {
    await database.transaction(north, async () => {
      await database.attempt(north, async (tx) => {
        await write(tx, noteId(1));
        await expect(failing()).rejects.toThrow('duplicate key');
      });
      const lost = database.attempt(north, async (tx) => {
        await tx.query('SELECT 1 / 0').catch(() => undefined);
        await failing();
      });
      await expect(lost).rejects.toThrow();
      await database.attempt(north, (tx) => write(tx, noteId(3)));
    });
    expect(await all(marketplace)).toEqual([noteId(1), noteId(3)]);
  });

  it('is a transaction of its own where there is none', async () => {
    await expect(failing()).rejects.toThrow('duplicate key');
    await database.attempt(north, (tx) => write(tx, noteId(1)));
    expect(await all(marketplace)).toEqual([noteId(1)]);
  });
});

describe('a last statement', () => {
  it('goes out with the commit, in the scope that it was given in', async () => {
    await database.transaction(marketplace, async () => {
      await database.transaction(north, async (tx) => {
        tx.atCommit('INSERT INTO note VALUES ($1, 1, $2, $3)', [noteId(1), northId, 'last']);
      });
      expect(await all(marketplace)).toEqual([]);
    });
    expect(await all(north)).toEqual([noteId(1)]);
  });

  it('takes everything down when it fails', async () => {
    const work = database.transaction(north, async (tx) => {
      await write(tx, noteId(1));
      tx.atCommit('INSERT INTO note VALUES ($1, 1, $2, $3)', [noteId(1), northId, 'once more']);
    });
    await expect(work).rejects.toMatchObject({ code: '23505' });
    expect(await all(north)).toEqual([]);
  });
});

describe('a question', () => {
  const ask = (text: string) => database.ask<{ value: unknown }>({ name: text, text }, []);

  it('is answered in one statement, which sees nothing of anybody and can write nothing', async () => {
    await database.transaction(north, (tx) => write(tx, noteId(1)));
    const sent = await statementsSentBy(async () => {
      expect(await ask('SELECT count(*)::int AS value FROM note')).toEqual([{ value: 0 }]);
    });
    expect(sent).toHaveLength(1);
    await expect(ask('DELETE FROM note')).rejects.toMatchObject({ code: '25006' });
  });
});

describe('transactions that collide', () => {
  it.each(['40001', '40P01'])('are tried again after %s', async (state) => {
    let attempts = 0;
    await database.transaction(north, async (tx) => {
      attempts += 1;
      await write(tx, noteId(1));
      if (attempts < 4) await tx.query(`DO $$ BEGIN RAISE EXCEPTION USING ERRCODE = '${state}'; END $$`);
    });
    expect(attempts).toBe(4);
    expect(await all(north)).toEqual([noteId(1)]);
  });

  it('give up after the third retry', async () => {
    let attempts = 0;
    const work = database.transaction(north, async (tx) => {
      attempts += 1;
      await tx.query(`DO $$ BEGIN RAISE EXCEPTION USING ERRCODE = '40001'; END $$`);
    });
    await expect(work).rejects.toMatchObject({ code: '40001' });
    expect(attempts).toBe(4);
  });

  it('are tried again as a whole when the one that joined collides', async () => {
    let attempts = 0;
    await database.transaction(north, async (tx) => {
      attempts += 1;
      await write(tx, noteId(1));
      await database.transaction(north, async (inner) => {
        if (attempts === 1) await inner.query(`DO $$ BEGIN RAISE EXCEPTION USING ERRCODE = '40P01'; END $$`);
      });
    });
    expect(attempts).toBe(2);
  });

  it('both end well after a real deadlock', async () => {
    await database.transaction(north, (tx) => tx.query(`INSERT INTO counter VALUES ('one', 0), ('two', 0)`));
    const bump = (first: string, second: string) =>
      database.transaction(north, async (tx) => {
        await tx.execute('UPDATE counter SET value = value + 1 WHERE name = $1', [first]);
        await sleep(100);
        await tx.execute('UPDATE counter SET value = value + 1 WHERE name = $1', [second]);
      });
    await Promise.all([bump('one', 'two'), bump('two', 'one')]);
    expect([await count('one'), await count('two')]).toEqual([2, 2]);
  });

  it('are not tried again for any other failure', async () => {
    let attempts = 0;
    const work = database.transaction(north, async (tx) => {
      attempts += 1;
      await tx.query('SELECT 1 / 0');
    });
    await expect(work).rejects.toMatchObject({ code: '22012' });
    expect(attempts).toBe(1);
  });
});

describe('events', () => {
  const draft = (version: number) => ({
    type: 'note.written.v1',
    aggregateType: 'note',
    aggregateId: noteId(1),
    aggregateVersion: version,
    audience: [northId],
    data: { text: `${version}` },
  });
  const outbox = () =>
    database.transaction(marketplace, (tx) => tx.query<Record<string, unknown>>('DELETE FROM outbox RETURNING *'));
  let hints = 0;
  let stop: () => void;

  beforeEach(async () => {
    await outbox();
    hints = 0;
    stop = database.onEventsCommitted(() => (hints += 1));
  });
  afterEach(() => stop());

  it('are kept in order with the change, in the context of the message, and hinted at once', async () => {
    const context = { correlationId: 'request-1', causationId: 'event-1', traceparent: null };
    await MessageContext.run(context, () =>
      database.transaction(north, async (tx) => {
        await tx.append([draft(1), draft(2)]);
        await database.transaction(north, (inner) => inner.append([draft(3)]));
        expect(hints).toBe(0);
      }),
    );
    expect(hints).toBe(1);
    const rows = (await outbox()).sort((one, other) => Number(one.id) - Number(other.id));
    expect(rows.map((row) => row.aggregate_version)).toEqual([1, 2, 3]);
    expect(rows[0]).toMatchObject({
      type: 'note.written.v1',
      aggregate_type: 'note',
      aggregate_id: noteId(1),
      audience: [northId],
      correlation_id: 'request-1',
      causation_id: 'event-1',
      traceparent: null,
      data: { text: '1' },
    });
    expect(rows[0]?.occurred_at).toBeInstanceOf(Date);
  });

  it('keep their order, however many they are', async () => {
    const versions = Array.from({ length: 1_203 }, (_, index) => index + 1);
    await database.transaction(north, (tx) => tx.append(versions.map(draft)));
    const rows = (await outbox()).sort((one, other) => Number(one.id) - Number(other.id));
    expect(rows.map((row) => row.aggregate_version)).toEqual(versions);
  });

  it('that the outbox refuses undo the change, and nobody is woken', async () => {
    const work = database.transaction(north, async (tx) => {
      await write(tx, noteId(1));
      await tx.append([{ ...draft(1), aggregateId: 'no uuid' }]);
    });
    await expect(work).rejects.toThrow('invalid input syntax');
    expect(hints).toBe(0);
    expect(await all(north)).toEqual([]);
  });

  it('are dropped with a change that fails, and nobody is woken', async () => {
    const work = database.transaction(north, async (tx) => {
      await tx.append([draft(1)]);
      throw new Error('no');
    });
    await expect(work).rejects.toThrow('no');
    expect(hints).toBe(0);
    expect(await outbox()).toEqual([]);
  });

  it('of an attempt that failed are dropped, and nobody is woken', async () => {
    await database.transaction(north, async () => {
      const inner = database.attempt(north, async (tx) => {
        await tx.append([draft(1)]);
        tx.afterCommit(() => (hints += 1));
        throw new Error('no');
      });
      await expect(inner).rejects.toThrow('no');
    });
    expect(hints).toBe(0);
    expect(await outbox()).toEqual([]);
  });

  it('wake nobody when there are none', async () => {
    await database.transaction(north, (tx) => tx.append([]));
    expect(hints).toBe(0);
  });

  it('are followed by all callbacks, whatever one of them does, and these may begin a transaction', async () => {
    let seen: Promise<string[]> | undefined;
    await database.transaction(north, async (tx) => {
      await write(tx, noteId(1));
      tx.afterCommit(() => {
        throw new Error('broken callback');
      });
      tx.afterCommit(() => (seen = all(north)));
    });
    expect(await seen).toEqual([noteId(1)]);
  });
});
