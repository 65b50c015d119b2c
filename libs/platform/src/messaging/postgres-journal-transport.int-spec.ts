import { setTimeout as sleep } from 'node:timers/promises';
import { v7 as uuidv7 } from 'uuid';
import { type EventEnvelope, topicOf } from '#contracts/envelope';
import { ReplayAskedV1 } from '#contracts/messages';
import { eventually, statementsSentBy } from '#platform/testing';
import { Messaging } from './messaging.js';
import { PostgresJournalTransport } from './postgres-journal-transport.js';
import { blindPolls } from './specimen/blind-polls.js';
import {
  openParcels,
  parcelService,
  parcelTopic,
  parcelWeighed,
  publish,
  weighed,
  weighingConsumer,
} from './specimen/parcels.js';

const { home, owner, database, close } = await parcelService();
const running: Messaging[] = [];

afterEach(async () => {
  await Promise.all(running.splice(0).map((messaging) => messaging.stop()));
});

afterAll(close);

const newMessaging = (): Messaging => {
  const messaging = new Messaging(database, '/ajudant/api', new PostgresJournalTransport());
  running.push(messaging);
  return messaging;
};

const service = async (group: string, meddle?: (version: number, grams: number) => unknown): Promise<Messaging> => {
  const messaging = newMessaging();
  messaging.consume(weighingConsumer(group, meddle));
  await messaging.start();
  return messaging;
};

const newGroup = (): string => `group-${uuidv7()}`;

const processesThatListen = async (): Promise<number> => {
  const { rowCount } = await owner.query(
    `SELECT FROM pg_stat_activity WHERE datname = current_database() AND state = 'idle' AND query ~ '^(LISTEN|NOTIFY)'`,
  );
  return rowCount ?? 0;
};

describe('events without a broker', () => {
  it('reach a consumer of the process that wrote them without any poll', async () => {
    const seeAgain = blindPolls(database);
    const heard: number[] = [];
    await service(newGroup(), (_version, grams) => heard.push(grams));
    for (let grams = 1_001; grams <= 1_040; grams += 1) {
      await publish(database, parcelWeighed(uuidv7(), 1, grams));
      await eventually(() => expect(heard).toContain(grams));
    }
    seeAgain();
  });

  it('are found by a poll where nobody told of them', async () => {
    const group = newGroup();
    const parcel = uuidv7();
    await service(group);
    // It writes, and has no messaging that would tell of it.
    const silent = await openParcels(home.url, 1);
    for (const version of [1, 2, 3]) await publish(silent, parcelWeighed(parcel, version));
    await eventually(async () => expect(await weighed(database, group, parcel)).toEqual([1, 2, 3]));
    await silent.dataSource.destroy();
  });

  it('are gone on with by all consumers after one look at where they were', async () => {
    const groups = [newGroup(), newGroup(), newGroup(), newGroup()];
    const begin = async (): Promise<Messaging> => {
      const messaging = newMessaging();
      for (const group of groups) messaging.consume(weighingConsumer(group));
      await messaging.start();
      await eventually(() =>
        expect(messaging.transport.progress().map(({ lag }) => lag)).toEqual(Array(groups.length + 1).fill(0)),
      );
      return messaging;
    };
    await (await begin()).stop();
    const sent = await statementsSentBy(begin);
    expect(sent.filter(({ text }) => /FROM api\.cursor|INTO api\.cursor/.test(text))).toHaveLength(2);
  });

  it('go on where a consumer was when it was stopped', async () => {
    const parcel = uuidv7();
    const group = newGroup();
    const heard: number[] = [];
    const first = await service(group, (version) => heard.push(version));
    await publish(database, parcelWeighed(parcel, 1), parcelWeighed(parcel, 2));
    await eventually(async () => expect(await weighed(database, group, parcel)).toEqual([1, 2]));
    await first.stop();
    const before = heard.length;
    await publish(database, parcelWeighed(parcel, 3));
    await service(group, (version) => heard.push(version));
    await eventually(async () => expect(await weighed(database, group, parcel)).toEqual([1, 2, 3]));
    expect(heard.slice(before)).toEqual([3]);
  });

  it('come from the beginning, at every start, to who keeps no place', async () => {
    const parcel = uuidv7();
    const listen = async (): Promise<EventEnvelope[]> => {
      const messaging = newMessaging();
      const heard: EventEnvelope[] = [];
      messaging.follow({
        consumer: 'index',
        topics: [parcelTopic],
        durable: false,
        handle: async (event) => void (event.aggregateId === parcel && heard.push(event)),
        handleUnreadable: () => Promise.reject(new Error('nothing is unreadable here')),
      });
      await messaging.start();
      await eventually(() =>
        expect(messaging.transport.progress()).toContainEqual(expect.objectContaining({ consumer: 'index', lag: 0 })),
      );
      return heard;
    };
    await publish(database, parcelWeighed(parcel, 1), parcelWeighed(parcel, 2));
    const first = await eventually(async () => {
      const heard = await listen();
      expect(heard).toHaveLength(2);
      return heard;
    });
    expect(await listen()).toEqual(first);
  });

  it('wait while the database is cut off, and then all arrive once', async () => {
    const parcel = uuidv7();
    const group = newGroup();
    const messaging = await service(group, async (version) => {
      if (version !== 3 || cuts === 0) return;
      cuts -= 1;
      await owner.query(
        `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()`,
      );
    });
    let cuts = 3;
    await publish(database, ...[1, 2, 3, 4].map((version) => parcelWeighed(parcel, version)));
    await eventually(async () => expect(await weighed(database, group, parcel)).toEqual([1, 2, 3, 4]));
    expect(cuts).toBe(0);
    // The pool may still hold a connection that the last cut has ended.
    await eventually(async () => expect((await messaging.figures()).deadLetters).toBe(0));
    await eventually(() => {
      for (const { failingSince } of messaging.transport.progress()) expect(failingSince).toBeNull();
    });
  });

  it('that were put aside are replayed when an administrator asks by an event', async () => {
    const parcel = uuidv7();
    const group = newGroup();
    let isBroken = true;
    await service(group, () => {
      if (isBroken) throw new Error('broken');
    });
    await publish(database, parcelWeighed(parcel, 1), parcelWeighed(parcel, 2));
    await eventually(async () => {
      const { rows } = await owner.query(
        `SELECT status FROM api.dead_letter WHERE aggregate_id = $1 ORDER BY aggregate_version`,
        [parcel],
      );
      expect(rows).toEqual([{ status: 'dead' }, { status: 'parked' }]);
    });
    isBroken = false;
    await publish(database, {
      type: ReplayAskedV1.type,
      aggregateType: topicOf('replay').split('.')[1] ?? '',
      aggregateId: uuidv7(),
      aggregateVersion: 1,
      audience: [],
      data: { service: 'api', consumer: group, aggregateType: 'parcel', aggregateId: parcel },
    });
    await eventually(async () => expect(await weighed(database, group, parcel)).toEqual([1, 2]));
  });

  it('come to a process once, in order, without any poll, from whichever process they are written and moved', async () => {
    const other = await openParcels(home.url, 3);
    const elsewhere = new Messaging(other, '/ajudant/api', new PostgresJournalTransport());
    running.push(elsewhere);
    await elsewhere.start();
    const group = newGroup();
    const heard: number[] = [];
    await service(group, (version, grams) => grams === 777 && heard.push(version));
    const parcel = uuidv7();
    const versions = Array.from({ length: 40 }, (_, index) => index + 1);
    await eventually(async () => expect(await processesThatListen()).toBe(2));
    const seeAgain = [blindPolls(database), blindPolls(other)];
    for (const version of versions) {
      await publish(version % 3 === 0 ? database : other, parcelWeighed(parcel, version, 777));
      await publish(version % 3 === 0 ? other : database, { ...parcelWeighed(uuidv7(), 1), aggregateType: 'letter' });
      if (version % 5 === 0) await eventually(() => expect(heard.at(-1)).toBe(version));
    }
    await eventually(async () => expect(await weighed(database, group, parcel)).toEqual(versions));
    expect(heard).toEqual(versions);
    for (const see of seeAgain) see();
    await elsewhere.stop();
    await other.dataSource.destroy();
  });

  it('leave a cursor behind, also that of a consumer which they passed by', async () => {
    const group = newGroup();
    const messaging = await service(group);
    await publish(database, { ...parcelWeighed(uuidv7(), 1), aggregateType: 'letter' });
    await eventually(async () => {
      const { cursorLags, journalPosition } = await messaging.figures();
      expect(journalPosition).toBeGreaterThan(0);
      expect(cursorLags[`consumer:${group}`]).toBe(0);
    });
  });

  it('reach every consumer, each in its own time', async () => {
    const parcel = uuidv7();
    const [quick, slow] = [newGroup(), newGroup()];
    const messaging = newMessaging();
    messaging.consume(weighingConsumer(quick));
    messaging.consume(weighingConsumer(slow, () => sleep(20)));
    await messaging.start();
    const versions = [1, 2, 3, 4, 5];
    await publish(database, ...versions.map((version) => parcelWeighed(parcel, version)));
    for (const group of [quick, slow]) {
      await eventually(async () => expect(await weighed(database, group, parcel)).toEqual(versions));
    }
  });

  it('refuse two consumers of one name', () => {
    const messaging = new Messaging(database, '/ajudant/api', new PostgresJournalTransport());
    messaging.consume(weighingConsumer('twice'));
    expect(() => messaging.consume(weighingConsumer('twice'))).toThrow('There is a consumer "twice" already');
  });
});
