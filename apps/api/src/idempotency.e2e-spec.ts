import { randomUUID } from 'node:crypto';
import { aBookableAssistant, anAcceptedAgreement } from './testing/bookable.js';
import { aListing } from './testing/listings.js';
import { aBusiness, anAgency, type SignedIn } from './testing/people.js';
import { testApi } from './testing/test-api.js';

const hour = 3_600_000;

const api = await testApi();
const { owner } = api;
const bookable = await aBookableAssistant(api);
const business = await aBusiness(api);
const agreementId = await anAcceptedAgreement(api, business, bookable.assistantId);
afterAll(() => api.close());

describe('a request that is sent again with its Idempotency-Key', () => {
  const base = new Date(Date.now() + 3 * 24 * hour).setUTCHours(0, 0, 0, 0);
  const slotsAt = (startHour: number) => [
    {
      startAt: new Date(base + startHour * hour).toISOString(),
      endAt: new Date(base + (startHour + 1) * hour).toISOString(),
    },
  ];
  const send = (path: string, who: SignedIn, key: string | null, body: object) => {
    const { 'idempotency-key': _, ...headers } = who.headers();
    const request = api.http.post(path).set(headers);
    return (key === null ? request : request.set('idempotency-key', key)).send(body);
  };
  const book = (key: string | null, startHour: number) =>
    send('/v1/bookings', business, key, { agreementId, slots: slotsAt(startHour) });
  const draft = (key: string | null, listing: object, who = bookable.agency) =>
    send('/v1/assistants', who, key, { ...aListing, ...listing });
  const count = async (sql: string, value: unknown): Promise<number> =>
    (await owner.query<{ count: number }>(`SELECT count(*)::int AS count FROM ${sql}`, [value])).rows[0]!.count;
  const assistantsCalled = (name: string) => count('api.assistant WHERE display_name = $1', name);
  const eventsOf = (id: string) =>
    count(
      '(SELECT aggregate_id FROM api.journal UNION ALL SELECT aggregate_id FROM api.outbox) WHERE aggregate_id = $1',
      id,
    );

  it('twenty times at once makes one assistant and one answer', async () => {
    const key = randomUUID();
    const answers = await Promise.all(Array.from({ length: 20 }, () => draft(key, { displayName: 'Twenty' })));
    expect(answers.map(({ status }) => status)).toEqual(Array(20).fill(201));
    expect(new Set(answers.map(({ text, headers }) => `${text} ${headers['etag']} ${headers['location']}`)).size).toBe(
      1,
    );
    expect(answers.filter(({ headers }) => headers['idempotency-replayed'] === 'true')).toHaveLength(19);
    expect(await assistantsCalled('Twenty')).toBe(1);
    expect(await eventsOf(answers[0]!.body.id)).toBe(1);
  });

  it('twenty times at once makes one booking and one answer', async () => {
    const key = randomUUID();
    const answers = await Promise.all(Array.from({ length: 20 }, () => book(key, 0)));
    expect(answers.map(({ status }) => status)).toEqual(Array(20).fill(201));
    expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
    const { id } = answers[0]!.body;
    expect(await count('api.booking WHERE agreement_id = $1', agreementId)).toBe(1);
    expect(await count('api.booking_slot WHERE booking_id = $1', id)).toBe(1);
    expect(await eventsOf(id)).toBe(1);
  });

  it('is refused with another payload, and the first answer stays', async () => {
    const key = randomUUID();
    const first = await draft(key, { displayName: 'First' }).expect(201);
    expect((await draft(key, { displayName: 'Second' }).expect(422)).body.code).toBe('idempotency.key-reused');
    expect(await assistantsCalled('Second')).toBe(0);
    expect((await draft(key, { displayName: 'First' }).expect(201)).text).toBe(first.text);
    await book(key, 2).expect(201);
    expect((await book(key, 4).expect(422)).body.code).toBe('idempotency.key-reused');
  });

  it('of another tenant is another request', async () => {
    const key = randomUUID();
    const other = await anAgency(api, { verified: false });
    const answers = [
      await draft(key, { displayName: 'Namesake' }).expect(201),
      await draft(key, { displayName: 'Namesake' }, other).expect(201),
    ];
    expect(new Set(answers.map(({ body }) => body.id)).size).toBe(2);
    expect(answers.map(({ headers }) => headers['idempotency-replayed'])).toEqual([undefined, undefined]);
    await draft(key, { displayName: 'Somebody else' }, await anAgency(api, { verified: false })).expect(201);
  });

  it('needs the key', async () => {
    expect((await draft(null, { displayName: 'Keyless' }).expect(400)).body.code).toBe('idempotency.key-missing');
    expect((await book(null, 6).expect(400)).body.code).toBe('idempotency.key-missing');
    expect(await assistantsCalled('Keyless')).toBe(0);
  });

  it('leaves the key free if it was refused', async () => {
    await book(randomUUID(), 8).expect(201);
    const key = randomUUID();
    expect((await book(key, 8).expect(409)).body.code).toBe('booking.slot-taken');
    await book(key, 10).expect(201);
    const nameless = randomUUID();
    await draft(nameless, { displayName: '' }).expect(400);
    await draft(nameless, { displayName: 'Named' }).expect(201);
    const unknownSkill = randomUUID();
    await draft(unknownSkill, { skills: [{ skillCode: 'time-travel', level: 3 }] }).expect(400);
    await draft(unknownSkill, { displayName: 'Of this time' }).expect(201);
  });
});
