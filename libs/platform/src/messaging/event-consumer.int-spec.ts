import { v7 as uuidv7 } from 'uuid';
import type { EventEnvelope } from '#contracts/envelope';
import { MessageContext } from '#platform/database';
import { eventually } from '#platform/testing';
import { EventConsumer } from './event-consumer.js';
import { Journal } from './journal.js';
import {
  marketplace,
  parcelService,
  parcelTopic,
  parcelWeighed,
  weighed,
  weighingConsumer,
} from './specimen/parcels.js';

const { owner, database, close } = await parcelService();
const started: EventConsumer[] = [];

afterEach(async () => {
  await Promise.all(started.splice(0).map(({ deadLetters }) => deadLetters.stop()));
});

afterAll(close);

let group = '';

beforeEach(() => {
  group = `weighing-${uuidv7()}`;
});

/** An event as a transport hands it over. */
const envelope = (parcel: string, version: number, grams: unknown = version): EventEnvelope => ({
  ...parcelWeighed(parcel, version, grams),
  id: uuidv7(),
  source: '/ajudant/api',
  time: '2026-03-01T08:00:00Z',
  position: version,
  correlationId: 'correlation',
  causationId: null,
  traceparent: null,
});

/** A consumer that retries by itself only when told to start. */
const consumer = (meddle?: (version: number, grams: number) => unknown): EventConsumer =>
  new EventConsumer(database, weighingConsumer(group, meddle));

const retrying = (meddle?: (version: number, grams: number) => unknown): EventConsumer => {
  const made = consumer(meddle);
  made.deadLetters.start();
  started.push(made);
  return made;
};

const letters = async (parcel: string): Promise<string[]> => {
  const { rows } = await owner.query(
    `SELECT aggregate_version, status FROM api.dead_letter WHERE aggregate_id = $1 ORDER BY aggregate_version`,
    [parcel],
  );
  return rows.map((row) => `${row.aggregate_version} ${row.status}`);
};

/** What was told about the letters of a parcel, in order. */
const told = async (parcel: string): Promise<string[]> => {
  await new Journal(database, '/ajudant/api').drain();
  const { rows } = await owner.query(
    `SELECT type, data->>'eventVersion' AS version FROM api.journal
     WHERE aggregate_type = 'dead-letter' AND data->>'aggregateId' = $1 ORDER BY position`,
    [parcel],
  );
  return rows.map((row) => `${row.version} ${row.type}`);
};

const refuses = (...versions: number[]) => {
  const refused = new Set(versions);
  const meddle = (version: number): void => {
    if (refused.has(version)) throw new Error(`version ${version} is too heavy`);
  };
  return { refused, meddle };
};

describe('a consumer', () => {
  it('changes nothing by hearing an event twice, or all from the beginning again', async () => {
    const parcel = uuidv7();
    const events = [1, 2, 3].map((version) => envelope(parcel, version));
    const weighing = consumer();
    for (const event of [...events, ...events, ...events.slice(1)]) await weighing.handle(event);
    expect(await weighed(database, group, parcel)).toEqual([1, 2, 3]);
    expect(await letters(parcel)).toEqual([]);
  });

  it('drops an event that is older than what it has', async () => {
    const parcel = uuidv7();
    const weighing = consumer();
    for (const version of [1, 5, 3]) await weighing.handle(envelope(parcel, version));
    expect(await weighed(database, group, parcel)).toEqual([1, 5]);
  });

  it('puts an event aside that is far ahead of its aggregate, and goes on with those that follow', async () => {
    const parcel = uuidv7();
    const weighing = consumer();
    for (const version of [1, 2_147_483_647, 2, 1_001, 3, 1_002]) await weighing.handle(envelope(parcel, version));
    expect(await weighed(database, group, parcel)).toEqual([1, 2, 1_001, 1_002]);
    expect(await letters(parcel)).toEqual(['2147483647 dead']);
    expect(weighing.versionJumps).toBe(1);
    // Replaying would silence the parcel.
    expect(await weighing.deadLetters.replay('parcel', parcel)).toMatchObject({ replayed: 0, waiting: 1 });
    await weighing.handle(envelope(parcel, 1_003));
    expect(await weighed(database, group, parcel)).toEqual([1, 2, 1_001, 1_002, 1_003]);
  });

  it('takes the first event that it hears of an aggregate, however far on, once somebody asks for it', async () => {
    const parcel = uuidv7();
    const weighing = consumer();
    await weighing.handle(envelope(parcel, 5_000));
    expect(await letters(parcel)).toEqual(['5000 dead']);
    expect(await weighing.deadLetters.replay('parcel', parcel)).toMatchObject({ replayed: 1, waiting: 0 });
    await weighing.handle(envelope(parcel, 5_001));
    expect(await weighed(database, group, parcel)).toEqual([5_000, 5_001]);
  });

  it('handles an event once when it comes over two ways at once', async () => {
    const parcel = uuidv7();
    const event = envelope(parcel, 1);
    await Promise.all(Array.from({ length: 8 }, () => consumer().handle(event)));
    expect(await weighed(database, group, parcel)).toEqual([1]);
  });

  it('hears everything again once it is told to start over', async () => {
    const parcel = uuidv7();
    const weighing = consumer();
    const events = [1, 2].map((version) => envelope(parcel, version));
    for (const event of events) await weighing.handle(event);
    await database.transaction(marketplace, (tx) => weighing.startOver(tx));
    for (const event of events) await weighing.handle(event);
    expect(await weighed(database, group, parcel)).toEqual([1, 2, 1, 2]);
  });

  it('passes over what it has no handler for', async () => {
    const parcel = uuidv7();
    await consumer().handle({ ...envelope(parcel, 1), type: 'parcel.painted.v1' });
    await consumer().handle(envelope(parcel, 2));
    expect(await weighed(database, group, parcel)).toEqual([2]);
  });

  it('leaves neither effect nor note of an event on which its handler failed after it', async () => {
    const parcel = uuidv7();
    const failing = new EventConsumer(database, {
      consumer: group,
      handles: weighingConsumer(group).handles.map(({ aggregateType, handlers }) => ({
        aggregateType,
        handlers: Object.fromEntries(
          Object.entries(handlers).map(([type, handler]) => [
            type,
            {
              ...handler,
              handle: async (event, tx) => {
                await handler.handle(event, tx);
                await tx.append([parcelWeighed(uuidv7(), 1, 999)]);
                throw new Error('too late');
              },
            },
          ]),
        ),
      })),
    });
    await failing.handle(envelope(parcel, 1));
    expect(await weighed(database, group, parcel)).toEqual([]);
    expect(await letters(parcel)).toEqual(['1 retrying']);
    const inbox = await owner.query('SELECT FROM api.inbox WHERE aggregate_id = $1', [parcel]);
    expect(inbox.rowCount).toBe(0);
    const outbox = await owner.query(`SELECT FROM api.outbox WHERE data->>'grams' = '999'`);
    expect(outbox.rowCount).toBe(0);
  });

  it('hands the chain of causes on to what its handler writes', async () => {
    const event = envelope(uuidv7(), 1);
    let seen: MessageContext | undefined;
    await consumer(() => {
      seen = MessageContext.current();
    }).handle(event);
    expect(seen).toEqual({ correlationId: 'correlation', causationId: event.id, traceparent: null });
  });
});

describe('an event that can not be handled', () => {
  it('waits with those of its parcel, while other parcels go on', async () => {
    const [sick, healthy] = [uuidv7(), uuidv7()];
    const weighing = consumer(refuses(2).meddle);
    for (const version of [1, 2, 3]) await weighing.handle(envelope(sick, version));
    for (const version of [1, 3, 4]) await weighing.handle(envelope(healthy, version));
    expect(await weighed(database, group, sick)).toEqual([1]);
    expect(await weighed(database, group, healthy)).toEqual([1, 3, 4]);
    expect(await letters(sick)).toEqual(['2 retrying', '3 parked']);
  });

  it('goes through by itself if it does at a later attempt, and those behind it follow in order', async () => {
    const parcel = uuidv7();
    let failures = 2;
    const weighing = retrying((version) => {
      if (version === 1 && (failures -= 1) >= 0) throw new Error('not yet');
    });
    for (const version of [1, 2, 3]) await weighing.handle(envelope(parcel, version));
    await eventually(async () => expect(await weighed(database, group, parcel)).toEqual([1, 2, 3]));
    expect((await told(parcel)).filter((line) => line.includes('dead-lettered'))).toEqual([]);
    await weighing.handle(envelope(parcel, 4));
    expect(await weighed(database, group, parcel)).toEqual([1, 2, 3, 4]);
  });

  it('is a dead letter after four attempts, with its cause, and is told of', async () => {
    const parcel = uuidv7();
    const attempts: number[] = [];
    const weighing = retrying((version) => {
      attempts.push(version);
      throw new Error('too heavy');
    });
    await weighing.handle(envelope(parcel, 1));
    await weighing.handle(envelope(parcel, 2));
    await eventually(async () => expect(await letters(parcel)).toEqual(['1 dead', '2 parked']));
    expect(attempts).toEqual([1, 1, 1, 1]);
    const { rows } = await owner.query('SELECT * FROM api.dead_letter WHERE aggregate_id = $1 ORDER BY 1', [parcel]);
    expect(rows[0]).toMatchObject({ cause: 'Error: too heavy', attempts: 4, topic: parcelTopic, consumer: group });
    expect(await told(parcel)).toEqual(['2 message.parked.v1', '1 message.dead-lettered.v1']);
  });

  it('is a dead letter at once if its data is not what its type says', async () => {
    const parcel = uuidv7();
    const weighing = consumer();
    await weighing.handle(envelope(parcel, 1, 'a lot'));
    await weighing.handle(envelope(parcel, 2));
    expect(await letters(parcel)).toEqual(['1 dead', '2 parked']);
    expect(await weighed(database, group, parcel)).toEqual([]);
    const { rows } = await owner.query(
      'SELECT cause FROM api.dead_letter WHERE aggregate_id = $1 AND aggregate_version = 1',
      [parcel],
    );
    expect(rows[0].cause).toBe('UnfitDataError: the data of parcel.weighed.v1 does not fit: /grams');
  });

  it('is put aside also when it holds what jsonb can not store', async () => {
    const parcel = uuidv7();
    await consumer().handle(envelope(parcel, 1, 'NUL \u0000 and half \ud800 a pair'));
    expect(await letters(parcel)).toEqual(['1 dead']);
  });

  it('is put aside also when it can not be written as JSON, and those behind it wait as behind any other', async () => {
    const parcel = uuidv7();
    const deep = JSON.parse(`${'['.repeat(6_000)}${']'.repeat(6_000)}`) as object;
    const weighing = consumer(refuses(1).meddle);
    await weighing.handle({ ...envelope(parcel, 1), data: { grams: 1, deep } });
    await weighing.handle(envelope(parcel, 2));
    expect(await letters(parcel)).toEqual(['1 dead', '2 parked']);
    const { rows } = await owner.query(
      `SELECT id, envelope, convert_from(raw, 'UTF8') AS text, cause FROM api.dead_letter
       WHERE aggregate_id = $1 AND aggregate_version = 1`,
      [parcel],
    );
    expect(rows[0]).toMatchObject({ envelope: null, text: expect.stringContaining('"data":{}') });
    expect(rows[0].cause).toMatch(/; not kept as JSON: RangeError: Maximum call stack size exceeded$/);
    expect(await weighing.deadLetters.replay('parcel', parcel)).toMatchObject({ replayed: 0, waiting: 2 });
    await weighing.deadLetters.discard(rows[0].id);
    expect(await weighed(database, group, parcel)).toEqual([2]);
  });

  it('is given up when an administrator says so, and what waits behind it goes on', async () => {
    const parcel = uuidv7();
    const weighing = consumer();
    await weighing.handle(envelope(parcel, 1, 'a lot'));
    for (const version of [2, 3]) await weighing.handle(envelope(parcel, version));
    const { rows } = await owner.query('SELECT id FROM api.dead_letter WHERE aggregate_id = $1 ORDER BY id', [parcel]);
    await weighing.deadLetters.discard(rows[0].id);
    // Again, by somebody who was later; and by a consumer whose letter it isn't.
    await weighing.deadLetters.discard(rows[0].id);
    await new EventConsumer(database, weighingConsumer('others')).deadLetters.discard(rows[1].id);
    expect(await letters(parcel)).toEqual(['1 discarded', '2 replayed', '3 replayed']);
    expect(await weighed(database, group, parcel)).toEqual([2, 3]);
    expect((await told(parcel)).slice(-3)).toEqual([
      '1 message.discarded.v1',
      '2 message.replayed.v1',
      '3 message.replayed.v1',
    ]);
    for (const version of [1, 4]) await weighing.handle(envelope(parcel, version, version === 1 ? 'a lot' : version));
    expect(await weighed(database, group, parcel)).toEqual([2, 3, 4]);
    expect(await letters(parcel)).toEqual(['1 discarded', '2 replayed', '3 replayed']);
  });

  it('is put aside once, however often it comes', async () => {
    const parcel = uuidv7();
    const weighing = consumer();
    const events = [envelope(parcel, 1, 'a lot'), envelope(parcel, 2)];
    for (const event of [...events, ...events]) await weighing.handle(event);
    expect(await letters(parcel)).toEqual(['1 dead', '2 parked']);
    expect(await told(parcel)).toEqual(['1 message.dead-lettered.v1', '2 message.parked.v1']);
  });

  it('is replayed in order with those behind it, and then the parcel goes on', async () => {
    const parcel = uuidv7();
    const { refused, meddle } = refuses(1);
    const weighing = retrying(meddle);
    await weighing.handle(envelope(parcel, 1));
    await eventually(async () => expect(await letters(parcel)).toEqual(['1 dead']));
    for (const version of [2, 3, 4]) await weighing.handle(envelope(parcel, version));
    refused.clear();
    expect(await weighing.deadLetters.replay('parcel', parcel)).toEqual({ replayed: 4, waiting: 0, cause: null });
    await weighing.handle(envelope(parcel, 5));
    expect(await weighed(database, group, parcel)).toEqual([1, 2, 3, 4, 5]);
    expect(await letters(parcel)).toEqual(['1 replayed', '2 replayed', '3 replayed', '4 replayed']);
    expect((await told(parcel)).slice(-4)).toEqual([1, 2, 3, 4].map((version) => `${version} message.replayed.v1`));
  });

  it('stops a replay where it fails again', async () => {
    const parcel = uuidv7();
    const { refused, meddle } = refuses(1, 3);
    const weighing = retrying(meddle);
    await weighing.handle(envelope(parcel, 1));
    await eventually(async () => expect(await letters(parcel)).toEqual(['1 dead']));
    for (const version of [2, 3, 4]) await weighing.handle(envelope(parcel, version));
    refused.delete(1);
    expect(await weighing.deadLetters.replay('parcel', parcel)).toEqual({
      replayed: 2,
      waiting: 2,
      cause: 'Error: version 3 is too heavy',
    });
    expect(await weighed(database, group, parcel)).toEqual([1, 2]);
    await eventually(async () =>
      expect(await letters(parcel)).toEqual(['1 replayed', '2 replayed', '3 dead', '4 parked']),
    );
    refused.clear();
    await weighing.deadLetters.replay('parcel', parcel);
    expect(await weighed(database, group, parcel)).toEqual([1, 2, 3, 4]);
  });

  it('changes nothing by being replayed twice at once', async () => {
    const parcel = uuidv7();
    const { refused, meddle } = refuses(1);
    const weighing = retrying(meddle);
    await weighing.handle(envelope(parcel, 1));
    await eventually(async () => expect(await letters(parcel)).toEqual(['1 dead']));
    await weighing.handle(envelope(parcel, 2));
    refused.clear();
    await Promise.all([1, 2, 3].map(() => weighing.deadLetters.replay('parcel', parcel)));
    expect(await weighed(database, group, parcel)).toEqual([1, 2]);
  });

  it('tells nothing about letters that are about letters', async () => {
    const letter = uuidv7();
    const about = new EventConsumer(database, weighingConsumer('watchers'));
    await about.handle({ ...envelope(letter, 1, 'a lot'), aggregateType: 'dead-letter' });
    expect(await letters(letter)).toEqual(['1 dead']);
    expect(await told(letter)).toEqual([]);
  });

  it('is kept as it came if it could not even be read, once for each offset', async () => {
    const raw = Buffer.from([0, 255, 1, 2]);
    const message = { topic: parcelTopic, offset: '0:17', key: 'who knows', raw, cause: 'the value is not JSON' };
    const weighing = consumer();
    for (const one of [message, message, { ...message, offset: '0:18' }]) await weighing.handleUnreadable(one);
    const { rows } = await owner.query(
      `SELECT place, raw, message_key, status, cause, envelope FROM api.dead_letter WHERE place IS NOT NULL ORDER BY place`,
    );
    const kept = { raw, message_key: 'who knows', status: 'dead', cause: 'the value is not JSON', envelope: null };
    expect(rows).toEqual([
      { ...kept, place: '0:17' },
      { ...kept, place: '0:18' },
    ]);
    expect(await told('who knows')).toEqual(['null message.dead-lettered.v1', 'null message.dead-lettered.v1']);
  });
});

describe('a failure of the machinery', () => {
  const cutConnections = async (): Promise<void> => {
    await owner.query(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
       WHERE datname = current_database() AND pid <> pg_backend_pid()`,
    );
  };

  it('is passed on to the transport and makes no dead letter', async () => {
    const parcel = uuidv7();
    let outage = true;
    const weighing = consumer(async () => {
      if (outage) await cutConnections();
    });
    await expect(weighing.handle(envelope(parcel, 1))).rejects.toThrow();
    outage = false;
    // As the transport does: the pool may still hold connections that were cut.
    await eventually(() => weighing.handle(envelope(parcel, 1)));
    expect(await letters(parcel)).toEqual([]);
    expect(await weighed(database, group, parcel)).toEqual([1]);
  });

  it.each(['40001', '40P01', '57P01', '53300', '08006', '55P03'])(
    'shows in SQLSTATE %s, and makes no dead letter',
    async (code) => {
      const parcel = uuidv7();
      const weighing = consumer(() => {
        throw Object.assign(new Error('the machinery'), { code });
      });
      await expect(weighing.handle(envelope(parcel, 1))).rejects.toThrow('the machinery');
      expect(await letters(parcel)).toEqual([]);
    },
  );

  it('does not count as an attempt of a replay either', async () => {
    const parcel = uuidv7();
    let mood: 'well' | 'outage' = 'well';
    const weighing = consumer(async () => {
      if (mood === 'outage') await cutConnections();
    });
    await weighing.handle(envelope(parcel, 1, 'a lot'));
    await owner.query(
      `UPDATE api.dead_letter SET envelope = jsonb_set(envelope::jsonb, '{data,grams}', '1')::json WHERE aggregate_id = $1`,
      [parcel],
    );
    mood = 'outage';
    await expect(weighing.deadLetters.replay('parcel', parcel)).rejects.toThrow();
    const { rows } = await owner.query('SELECT attempts, status FROM api.dead_letter WHERE aggregate_id = $1', [
      parcel,
    ]);
    expect(rows).toEqual([{ attempts: 1, status: 'dead' }]);
    mood = 'well';
    // The pool may still hold connections that were cut, and who asks for a replay asks again.
    const replayed = await eventually(() => weighing.deadLetters.replay('parcel', parcel));
    expect(replayed).toMatchObject({ replayed: 1 });
  });
});
