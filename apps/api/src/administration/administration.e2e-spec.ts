import { type EventDraft, MessageDeadLetteredV1 } from '#contracts';
import { type Database, databaseToken } from '#platform/database';
import { handlersFor, type Messaging, messagingToken } from '#platform/messaging';
import { eventually } from '#platform/testing';
import { IsInt } from 'class-validator';
import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import { aPublishedAssistant } from '../testing/listings.js';
import { aBusiness, anAdministrator, anAgency } from '../testing/people.js';
import { testApi } from '../testing/test-api.js';

class PebbleThrownV1 {
  static readonly type = 'pebble.thrown.v1';

  @IsInt()
  grams!: number;
}

const api = await testApi();
afterAll(() => api.close());
const administrator = await anAdministrator(api);

describe('administration', () => {
  const get = async (path: string) => (await api.http.get(path).set(administrator.headers()).expect(200)).body;
  const replay = (id: string) => api.http.post(`/v1/admin/dead-letters/${id}/replay`).set(administrator.headers());
  const database = (): Database => api.app.get(databaseToken('api'), { strict: false });
  const append = (draft: Omit<EventDraft, 'audience'>) =>
    database().transaction({ kind: 'marketplace' }, (tx) => tx.append([{ ...draft, audience: [] }]));
  const publish = (aggregateId: string, aggregateVersion: number, data: object) =>
    append({ type: PebbleThrownV1.type, aggregateType: 'pebble', aggregateId, aggregateVersion, data });
  const tell = (letterId: string, data: object) =>
    append({
      type: MessageDeadLetteredV1.type,
      aggregateType: 'dead-letter',
      aggregateId: letterId,
      aggregateVersion: 1,
      data,
    });

  it('counts what there is, by status, and says how messaging is doing', async () => {
    const agency = await anAgency(api);
    await anAgency(api, { verified: false });
    await aPublishedAssistant(api, agency);
    const { resources, messaging, consumers } = await get('/v1/admin/figures');
    expect(resources).toEqual(
      expect.arrayContaining([
        { resource: 'agencies', total: 2, byStatus: { registered: 1, verified: 1 } },
        { resource: 'assistants', total: 1, byStatus: { published: 1 } },
        { resource: 'bookings', total: 0, byStatus: {} },
      ]),
    );
    expect(messaging).toMatchObject({ deadLetters: 0, parked: 0 });
    expect(consumers.map(({ consumer }: { consumer: string }) => consumer)).toContain('api-dead-letters');
  });

  it('holds the journal against its seals when somebody asks', async () => {
    const asked = await api.http.post('/v1/admin/journal/verification').set(administrator.headers()).expect(202);
    expect([asked.headers['location'], typeof asked.body.askedAt]).toEqual(['/v1/admin/figures', 'string']);
    await eventually(async () => {
      const { journal, messaging } = await get('/v1/admin/figures');
      expect(journal).toMatchObject({ brokenFrom: null, brokenTo: null });
      expect(journal.soundUntil).toBeGreaterThan(0);
      expect(journal.soundUntil).toBeLessThanOrEqual(messaging.journalPosition);
    });
  });

  it('is for administrators alone', async () => {
    for (const other of [await anAgency(api), await aBusiness(api)]) {
      await api.http.get('/v1/admin/figures').set(other.headers()).expect(403);
      await api.http.get('/v1/admin/dead-letters').set(other.headers()).expect(403);
      await api.http.post('/v1/admin/journal/verification').set(other.headers()).expect(403);
    }
  });

  it('shows what a consumer could not handle and what waits behind it, and has it handled again', async () => {
    let mended = false;
    const messaging: Messaging = api.app.get(messagingToken('api'), { strict: false });
    const handled: number[] = [];
    const pebbleEvents = { aggregateType: 'pebble', classes: { [PebbleThrownV1.type]: PebbleThrownV1 } } as const;
    const thrown = handlersFor(pebbleEvents, {
      'pebble.thrown.v1': async ({ aggregateVersion }) => {
        if (!mended) throw new Error('the pond is frozen');
        handled.push(aggregateVersion);
      },
    });
    const consumer = messaging.consume({ consumer: 'pond', handles: [thrown] });
    consumer.deadLetters.start();
    await messaging.transport.subscribe(consumer);
    const pebble = randomUUID();
    await publish(pebble, 1, { grams: 4 });
    await publish(pebble, 2, { grams: 5 });

    const [dead, parked] = await eventually(async () => {
      const { items } = await get('/v1/admin/dead-letters?service=api');
      expect(items).toHaveLength(2);
      expect(items[0].status).toBe('dead');
      return items;
    });
    expect(dead).toMatchObject({ consumer: 'pond', aggregateId: pebble, eventVersion: 1, replayedAt: null });
    expect(dead.cause).toContain('the pond is frozen');
    expect(parked).toMatchObject({ status: 'parked', eventVersion: 2, cause: null });
    expect(await get(`/v1/admin/dead-letters/${dead.id}`)).toEqual(dead);
    expect((await get('/v1/admin/dead-letters?status=parked')).items).toEqual([parked]);
    expect((await get('/v1/admin/dead-letters?service=matcher')).items).toEqual([]);

    mended = true;
    const asked = await replay(dead.id).expect(202);
    expect(asked.headers['location']).toBe(`/v1/admin/dead-letters/${dead.id}`);
    await eventually(async () => {
      const { items } = await get('/v1/admin/dead-letters?status=replayed');
      expect(items.map(({ eventVersion }: { eventVersion: number }) => eventVersion)).toEqual([1, 2]);
    });
    expect(handled).toEqual([1, 2]);
    const again = await replay(dead.id).expect(409);
    expect(again.body.code).toBe('dead-letter.already-replayed');
    await consumer.deadLetters.stop();
  });

  it('hears of the dead letters of the matcher, and asks it to handle them again', async () => {
    const [letter, aggregateId] = [randomUUID(), randomUUID()];
    const what = { topic: 'ajudant.need', eventId: randomUUID(), eventType: 'need.posted.v1', eventVersion: 2 };
    const whose = { service: 'matcher', consumer: 'matcher-ranking', aggregateType: 'need', aggregateId };
    const counted = async (): Promise<number> => (await get('/v1/admin/figures')).messaging.deadLetters;
    const before = await counted();
    await tell(letter, { ...what, ...whose, cause: 'Error: no' });
    await eventually(() => get(`/v1/admin/dead-letters/${letter}`));
    expect(await counted()).toBe(before + 1);
    await replay(letter).expect(202);
    await eventually(async () => {
      const { items } = await get('/v1/events?limit=200');
      const asked = items.find(
        ({ type, data }: { type: string; data: { service?: string } }) =>
          type === 'replay.asked.v1' && data.service === 'matcher',
      );
      expect(asked?.data).toEqual(whose);
    });
    expect((await get(`/v1/admin/dead-letters/${letter}`)).replayAskedAt).toEqual(expect.any(String));
  });

  it('refuses to replay what could not even be read', async () => {
    const letter = randomUUID();
    const unknown = { eventId: null, eventType: null, eventVersion: null, aggregateType: null, aggregateId: null };
    await tell(letter, { ...unknown, service: 'api', consumer: 'pond', topic: 'ajudant.pebble', cause: 'not JSON' });
    await eventually(() => get(`/v1/admin/dead-letters/${letter}`));
    expect((await replay(letter).expect(409)).body.code).toBe('dead-letter.unreadable');
  });

  it('has a message given up that will never be good, and keeps who wanted that and why', async () => {
    const letter = randomUUID();
    const unknown = { eventId: null, eventType: null, eventVersion: null, aggregateType: null, aggregateId: null };
    await tell(letter, { ...unknown, service: 'matcher', consumer: 'pond', topic: 'ajudant.pebble', cause: 'no' });
    await eventually(() => get(`/v1/admin/dead-letters/${letter}`));
    const ask = (reason?: string) =>
      api.http.post(`/v1/admin/dead-letters/${letter}/discard`).set(administrator.headers()).send({ reason });
    expect((await ask().expect(400)).body.errors[0].pointer).toBe('/reason');
    const asked = (await ask('Sent by a tool that is gone').expect(202)).body;
    const wish = { at: expect.any(String), userId: expect.any(String), reason: 'Sent by a tool that is gone' };
    expect(asked).toMatchObject({ status: 'dead', discardAsked: wish, discardedAt: null });
    await eventually(async () => {
      const { items } = await get('/v1/events?limit=200');
      const told = items.find(({ type }: { type: string }) => type === 'discard.asked.v1');
      const { userId: askedBy } = asked.discardAsked;
      expect(told?.data).toEqual({ service: 'matcher', consumer: 'pond', letterId: letter, askedBy });
    });
    // As the matcher says when it has done so.
    const what = { ...unknown, service: 'matcher', consumer: 'pond', topic: 'ajudant.pebble' };
    await append({
      type: 'message.discarded.v1',
      aggregateType: 'dead-letter',
      aggregateId: letter,
      aggregateVersion: 2,
      data: what,
    });
    await eventually(async () => {
      const found = await get(`/v1/admin/dead-letters/${letter}`);
      expect(found).toMatchObject({ status: 'discarded', discardAsked: wish, discardedAt: expect.any(String) });
    });
    expect((await ask('Once more').expect(409)).body.code).toBe('dead-letter.already-discarded');
    expect((await replay(letter).expect(409)).body.code).toBe('dead-letter.already-discarded');
  });

  it('gives up a letter of its own service for good', async () => {
    const consumer = 'lake';
    const messaging: Messaging = api.app.get(messagingToken('api'), { strict: false });
    const pebbleEvents = { aggregateType: 'pebble', classes: { [PebbleThrownV1.type]: PebbleThrownV1 } } as const;
    const handled: number[] = [];
    const pebble = randomUUID();
    const thrown = handlersFor(pebbleEvents, {
      'pebble.thrown.v1': async ({ aggregateId, aggregateVersion }) =>
        void (aggregateId === pebble && handled.push(aggregateVersion)),
    });
    const made = messaging.consume({ consumer, handles: [thrown] });
    await messaging.transport.subscribe(made);
    await publish(pebble, 1, { grams: 'a lot' });
    await publish(pebble, 2, { grams: 5 });
    const ofLake = async () =>
      (await get('/v1/admin/dead-letters?service=api&limit=100')).items.filter(
        (letter: { consumer: string; aggregateId: string }) =>
          letter.consumer === consumer && letter.aggregateId === pebble,
      );
    const [dead] = await eventually(async () => {
      const items = await ofLake();
      expect(items).toHaveLength(2);
      return items;
    });
    await api.http
      .post(`/v1/admin/dead-letters/${dead.id}/discard`)
      .set(administrator.headers())
      .send({ reason: 'Not a number' })
      .expect(202);
    await eventually(async () => {
      expect((await ofLake()).map(({ status }: { status: string }) => status)).toEqual(['discarded', 'replayed']);
    });
    expect(handled).toEqual([2]);
  });

  it('refuses to replay what is unknown', async () => {
    expect((await replay(randomUUID()).expect(404)).body.code).toBe('dead-letter.not-found');
  });

  it('keeps what is known of dead letters from every organisation', async () => {
    const client = new Client({ connectionString: api.databaseUrl });
    await client.connect();
    try {
      await client.query('BEGIN; SET LOCAL ROLE ajudant_api');
      await client.query(`SELECT set_config('ajudant.scope', 'organisation', true),
        set_config('ajudant.organisation', '${administrator.organisationId}', true)`);
      expect((await client.query('SELECT FROM api.known_dead_letter')).rowCount).toBe(0);
    } finally {
      await client.end();
    }
  });
});
