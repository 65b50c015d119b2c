import type { OpenAPIObject } from '@nestjs/swagger';
import request from 'supertest';
import { Client } from 'pg';
import { eventually, type TestDatabase, testDatabase } from '#platform/testing';
import { type Database, databaseToken } from '../database/index.js';
import type { Actor } from '../security/actor.js';
import { apiKeyPrefix, hashSecret, newSecret } from '../security/secrets.js';
import { IdempotencyStore } from './idempotency-store.js';
import { migrateOrders, OrdersController, ordersGate, OrdersModule } from './specimen/orders.module.js';
import { type SpecimenApp, specimenApp, specimenNow } from './specimen/specimen-app.js';
import { SpecimenCredentials, specimenOwner } from './specimen/specimen.credentials.js';

describe('A request with an Idempotency-Key', () => {
  let home: TestDatabase;
  let specimen: SpecimenApp;
  let database: Database;
  const keyOf = new Map<string, string>();

  beforeAll(async () => {
    home = await testDatabase({ template: 'orders', migrate: migrateOrders });
    specimen = await specimenApp(OrdersModule.over(home.url), { logLevel: 'error' });
    database = specimen.app.get<Database>(databaseToken('api'), { strict: false });
    introduce('north', { ...specimenOwner, organisationId: '0197a000-0000-7000-8000-0000000000a1' });
    introduce('colleague', { ...specimenOwner, organisationId: '0197a000-0000-7000-8000-0000000000a1' });
    introduce('south', { ...specimenOwner, organisationId: '0197a000-0000-7000-8000-0000000000a2' });
  });
  afterAll(async () => {
    await specimen.app.close();
    await home.dispose();
  });
  beforeEach(async () => {
    specimen.clock.instant = specimenNow;
  });

  const introduce = (name: string, actor: Actor): void => {
    const secret = newSecret(apiKeyPrefix);
    keyOf.set(name, secret);
    const owner: Actor = { ...actor, userId: null, scopes: ['bookings:write'], via: 'api-key' };
    specimen.app.get(SpecimenCredentials, { strict: false }).keys.set(hashSecret(secret), owner);
  };
  const post = (key: string, body: object, who = 'north', path = '', server = specimen.server) =>
    request(server)
      .post(`/v1/orders${path}`)
      .set('authorization', `Bearer ${keyOf.get(who)}`)
      .set('idempotency-key', key)
      .send(body);
  /** The same service once more, which knows the same credentials. */
  const anotherProcess = async (patienceMs?: number): Promise<SpecimenApp> => {
    const other = await specimenApp(OrdersModule.over(home.url, patienceMs), { logLevel: 'error' });
    const { keys } = other.app.get(SpecimenCredentials, { strict: false });
    specimen.app.get(SpecimenCredentials, { strict: false }).keys.forEach((actor, hash) => keys.set(hash, actor));
    return other;
  };
  const ordersOf = async (text: string): Promise<number> => {
    const [row] = await database.transaction({ kind: 'marketplace' }, (tx) =>
      tx.query<{ count: number }>('SELECT count(*)::int AS count FROM orders WHERE text = $1', [text]),
    );
    return row?.count ?? 0;
  };

  it('has one effect and one answer, however many arrive at once', async () => {
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => post('key-at-once', { text: 'at once', milliseconds: 200 })),
    );
    expect(answers.map(({ status }) => status)).toEqual(Array(20).fill(201));
    expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
    expect(new Set(answers.map(({ headers }) => `${headers['etag']} ${headers['location']}`)).size).toBe(1);
    expect(answers.filter(({ headers }) => headers['idempotency-replayed'] === 'true')).toHaveLength(19);
    expect(await ordersOf('at once')).toBe(1);
  });

  it('is answered again as the first time, with status and headers', async () => {
    const first = await post('key-again', { text: 'again' }).expect(201);
    const second = await post('key-again', { text: 'again' }).expect(201);
    expect(second.body).toEqual(first.body);
    expect(second.headers).toMatchObject({
      etag: '"1"',
      location: first.headers['location'],
      'idempotency-replayed': 'true',
    });
    expect(first.headers['idempotency-replayed']).toBeUndefined();
    const plain = await post('key-again', { text: 'plain' }, 'north', '/plain').expect(200);
    expect((await post('key-again', { text: 'plain' }, 'north', '/plain').expect(200)).body).toEqual(plain.body);
  });

  it('has what takes long done before its transaction, and not again once it is answered', async () => {
    const { prepared } = specimen.app.get(OrdersController, { strict: false });
    const ask = (key: string, text: string) => post(key, { text }, 'north', '/prepared');
    const answers = [await ask('key-long', 'long'), await ask('key-long', 'long')];
    expect(answers.map(({ status, body }) => [status, body])).toEqual([
      [201, { loud: 'LONG' }],
      [201, { loud: 'LONG' }],
    ]);
    expect(answers[1]?.headers['idempotency-replayed']).toBe('true');
    expect((await ask('key-long', 'another')).body).toMatchObject({ code: 'idempotency.key-reused' });
    expect(prepared).toEqual([{ text: 'long', isInTransaction: false }]);
    expect(await ordersOf('long')).toBe(1);
    // What fails before leaves the key free.
    await ask('key-unfit', 'unfit').expect(400);
    await ask('key-unfit', 'fit').expect(201);
  });

  it('is the same whatever the order of its fields', async () => {
    await post('key-order', { text: 'order', milliseconds: 0 }).expect(201);
    await post('key-order', { milliseconds: 0, text: 'order' }).expect(201);
    expect(await ordersOf('order')).toBe(1);
  });

  it('is refused with another input', async () => {
    await post('key-other', { text: 'one' }).expect(201);
    const response = await post('key-other', { text: 'two' }).expect(422);
    expect(response.body).toMatchObject({ code: 'idempotency.key-reused' });
    expect(await ordersOf('two')).toBe(0);
  });

  it('is another one for another tenant, another principal and another route', async () => {
    for (const who of ['north', 'colleague', 'south'])
      await post('key-shared', { text: `shared ${who}` }, who).expect(201);
    await post('key-shared', { text: 'shared plain' }, 'north', '/plain').expect(200);
  });

  it('is refused without a key, and with one that is no printable ASCII of 1 to 255 characters', async () => {
    const response = await request(specimen.server)
      .post('/v1/orders')
      .set('authorization', `Bearer ${keyOf.get('north')}`)
      .send({ text: 'x' });
    expect(response.body).toMatchObject({ status: 400, code: 'idempotency.key-missing' });
    for (const key of ['a'.repeat(256), 'caf\u00e9', 'a\tb']) {
      expect((await post(key, { text: 'x' }).expect(400)).body).toMatchObject({
        code: 'idempotency.key-malformed',
        errors: [{ header: 'Idempotency-Key' }],
      });
    }
    await post('~ '.repeat(127), { text: 'long key' }).expect(201);
  });

  it('is refused with two keys, even where they are the same, and not taken for one that joins them', async () => {
    for (const keys of [
      ['key-one', 'key-two'],
      ['key-one', 'key-one'],
      ['', 'key-one'],
    ]) {
      const answer = await post('', { text: 'two keys' }).set({ 'idempotency-key': keys }).expect(400);
      expect(answer.body).toMatchObject({
        code: 'idempotency.key-malformed',
        errors: [{ header: 'Idempotency-Key' }],
      });
    }
    expect(await ordersOf('two keys')).toBe(0);
    await post('key-one, key-two', { text: 'a comma' }).expect(201);
  });

  it('leaves neither effect nor answer when it is refused, so it can be sent again', async () => {
    await post('key-failed', { text: 'failed', failWith: 'conflict.retry' }).expect(409);
    await post('key-failed', { text: 'failed', failWith: 'conflict.retry' }).expect(409);
    expect(await ordersOf('failed')).toBe(0);
    await post('key-failed', { text: 'failed' }).expect(201);
    expect(await ordersOf('failed')).toBe(1);
  });

  it('takes no key when it is not valid or not allowed', async () => {
    await post('key-invalid', { text: 1 }).expect(400);
    await request(specimen.server)
      .post('/v1/orders')
      .set('idempotency-key', 'key-invalid')
      .send({ text: 'x' })
      .expect(401);
    await post('key-invalid', { text: 'valid now' }).expect(201);
  });

  it('has one effect and one answer, however many arrive at once at several processes', async () => {
    const others = await Promise.all([anotherProcess(), anotherProcess()]);
    const servers = [specimen.server, ...others.map(({ server }) => server)];
    const answers = await Promise.all(
      Array.from({ length: 21 }, (_, index) =>
        post('key-processes', { text: 'processes', milliseconds: 200 }, 'north', '', servers[index % 3]),
      ),
    );
    expect(answers.map(({ status }) => status)).toEqual(Array(21).fill(201));
    expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
    expect(await ordersOf('processes')).toBe(1);
    await Promise.all(others.map(({ app }) => app.close()));
  });

  it('waits for the first one, here or in another process, and is told to come back once its patience is over', async () => {
    const [here, elsewhere] = [await anotherProcess(50), await anotherProcess(50)];
    const gatekeeper = new Client({ connectionString: home.url });
    await gatekeeper.connect();
    await gatekeeper.query('SELECT pg_advisory_lock($1)', [ordersGate]);
    const send = (server = here.server) =>
      post('key-slow', { text: 'slow', atTheGate: true }, 'north', '', server).then((response) => response);

    const first = send();
    await eventually(async () => {
      const waiting = await gatekeeper.query(`SELECT FROM pg_locks WHERE locktype = 'advisory' AND NOT granted`);
      expect(waiting.rowCount).toBe(1);
    });
    for (const second of await Promise.all([send(), send(elsewhere.server)])) {
      expect(second.body).toMatchObject({ status: 409, code: 'idempotency.in-progress' });
      expect(second.headers['retry-after']).toBe('1');
    }
    await gatekeeper.end();
    expect((await first).status).toBe(201);
    expect(await send()).toMatchObject({ status: 201, headers: { 'idempotency-replayed': 'true' } });
    await Promise.all([here.app.close(), elsewhere.app.close()]);
  });

  it('does not change how long the work itself waits for locks', async () => {
    const store = specimen.app.get(IdempotencyStore, { strict: false });
    const once = store.once(
      {
        scope: { kind: 'public' },
        tenant: 'public',
        principal: 'p',
        route: 'r',
        key: 'key-limit',
        input: '',
        secretAnswer: false,
        now: specimenNow,
      },
      {
        work: () =>
          database.transaction({ kind: 'public' }, async (tx) => {
            const [row] = await tx.query<{ limit: string }>(`SELECT current_setting('lock_timeout') AS "limit"`);
            return { body: row?.limit, headers: {}, status: null };
          }),
      },
    );
    expect((await once).answer.body).toBe('10s');
  });

  it('never lets a secret lie in the database, and still answers with it again', async () => {
    const first = await post('key-secret', { text: 'hunter2' }, 'north', '/secret').expect(201);
    const { token } = first.body as { token: string };
    const rows = await database.transaction({ kind: 'marketplace' }, (tx) =>
      tx.query<{ row: string; answer: Buffer }>(
        `SELECT known::text AS row, answer FROM idempotency known WHERE route LIKE '%secret'`,
      ),
    );
    expect(rows).toHaveLength(1);
    const stored = `${rows[0]?.row} ${rows[0]?.answer.toString('latin1')}`;
    for (const secret of [token, 'ajk_', 'hunter2', 'key-secret']) expect(stored).not.toContain(secret);
    const second = await post('key-secret', { text: 'hunter2' }, 'north', '/secret').expect(201);
    expect(second.body).toEqual({ token });
    expect(await ordersOf('hunter2')).toBe(1);
  });

  it('is new again after 24 hours, whether it was purged or not', async () => {
    await post('key-old', { text: 'old' }).expect(201);
    specimen.clock.instant = '2026-03-02T08:59:59.000Z';
    await post('key-old', { text: 'old' }).expect(201).expect('idempotency-replayed', 'true');
    specimen.clock.instant = '2026-03-02T09:00:01.000Z';
    await post('key-old', { text: 'old, but another input' }).expect(201);
    expect(await ordersOf('old')).toBe(1);
    expect(await ordersOf('old, but another input')).toBe(1);
  });

  it('is purged after 24 hours', async () => {
    await post('key-purge', { text: 'purge' }).expect(201);
    const store = specimen.app.get(IdempotencyStore, { strict: false });
    expect(await store.purge('2026-03-02T08:59:59.000Z')).toBe(0);
    expect(await store.purge('2026-03-04T09:00:00.000Z')).toBeGreaterThan(5);
    expect(await store.purge('2026-03-04T09:00:00.000Z')).toBe(0);
  });

  it('lets no tenant see the keys of another', async () => {
    await post('key-tenant', { text: 'tenant' }, 'south').expect(201);
    const seenBy = (organisationId: string) =>
      database.transaction({ kind: 'organisation', organisationId }, (tx) =>
        tx.query<{ tenant: string }>('SELECT DISTINCT tenant FROM idempotency'),
      );
    expect(await seenBy('0197a000-0000-7000-8000-0000000000a2')).toEqual([
      { tenant: '0197a000-0000-7000-8000-0000000000a2' },
    ]);
    expect(await seenBy('0197a000-0000-7000-8000-0000000000a3')).toEqual([]);
  });

  it('is documented like any other, and its key with it', async () => {
    const { body } = await request(specimen.server).get('/openapi.json').expect(200);
    const { post: place } = (body as OpenAPIObject).paths['/v1/orders'] ?? {};
    expect(place).toMatchObject({ operationId: 'Orders_place', requestBody: { required: true } });
    expect(place?.parameters).toEqual([
      expect.objectContaining({ name: 'Idempotency-Key', in: 'header', required: true }),
    ]);
    expect(Object.keys(place?.responses ?? {})).toEqual(expect.arrayContaining(['201', '409', '422']));
  });
});
