import { aBookableAssistant, anAcceptedAgreement, aroundTheClock, type Bookable } from '../testing/bookable.js';
import { anAssistant } from '../testing/listings.js';
import { aBusiness, anAgency, type SignedIn } from '../testing/people.js';
import { testApi, type TestApi } from '../testing/test-api.js';

interface Slot {
  readonly startAt: string;
  readonly endAt: string;
}

const [minute, hour, day] = [60_000, 3_600_000, 86_400_000];
const timeZone = 'Europe/Madrid';

const offsets = new Intl.DateTimeFormat('en', { timeZone, timeZoneName: 'longOffset' });
const offsetAt = (ms: number): string | undefined =>
  offsets.formatToParts(ms).find(({ type }) => type === 'timeZoneName')?.value;

/** The next change of Madrid's clocks after an instant; it is on a full hour of a Sunday. */
const nextChangeAfter = (ms: number): number => {
  let at = Math.ceil(ms / hour) * hour;
  while (offsetAt(at + day) === offsetAt(at)) at += day;
  do at += hour;
  while (offsetAt(at) === offsetAt(at - hour));
  return at;
};

describe('a weekly booking', () => {
  let api: TestApi;
  let bookable: Bookable;
  let one: SignedIn;
  let other: SignedIn;
  let agreements: ReadonlyMap<SignedIn, string>;
  /** The clocks change eight days and a part of one from now. */
  let changeAt: number;
  beforeAll(async () => {
    api = await testApi();
    const now = Date.parse(api.clock.now());
    changeAt = nextChangeAfter(now + 10 * day);
    api.clock.advance({ days: Math.floor((changeAt - now) / day) - 8 });
    bookable = await aBookableAssistant(api, aroundTheClock);
    [one, other] = await Promise.all([aBusiness(api), aBusiness(api)]);
    agreements = new Map([
      [one, await anAcceptedAgreement(api, one, bookable.assistantId)],
      [other, await anAcceptedAgreement(api, other, bookable.assistantId)],
    ]);
  });
  afterAll(() => api.close());

  const dateOf = (ms: number): string => new Date(ms).toISOString().slice(0, 10);
  const sundayNights = () => ({
    timeZone,
    weeklyHours: [{ weekday: 7, start: '01:00', end: '04:00' }],
    startsOn: dateOf(changeAt),
    endsOn: dateOf(changeAt + 14 * day),
  });
  const book = (who: SignedIn, what: object) =>
    api.http
      .post('/v1/bookings')
      .set(who.headers())
      .send({ agreementId: agreements.get(who), ...what });
  const between = (start: number, end: number): Slot => ({
    startAt: new Date(start).toISOString(),
    endAt: new Date(end).toISOString(),
  });
  const localTime = (instant: string): string =>
    new Intl.DateTimeFormat('en-GB', { timeZone, weekday: 'short', hour: '2-digit', minute: '2-digit' }).format(
      new Date(instant),
    );

  it.each([
    [{ timeZone: 'europe/madrid' }, 'time.unknown-zone', '/weekly/timeZone'],
    [{ timeZone: 'Nowhere/Land' }, 'request.invalid', '/weekly/timeZone'],
    [{ startsOn: '2030-02-30' }, 'request.invalid', '/weekly/startsOn'],
    [{ startsOn: '9999-12-30', endsOn: '9999-12-31' }, 'time.bad-date', '/weekly/startsOn'],
    [{ endsOn: '2020-01-01' }, 'time.bad-range', '/weekly/endsOn'],
    [{ endsOn: '2199-12-31' }, 'time.range-too-long', '/weekly/endsOn'],
    [
      { weeklyHours: [{ weekday: 7, start: '01:00', end: '25:00' }] },
      'time.bad-local-time',
      '/weekly/weeklyHours/0/end',
    ],
  ])('is refused with %j, and told which field is wrong', async (changes, code, pointer) => {
    const { body } = await book(one, { weekly: { ...sundayNights(), ...changes } }).expect(400);
    expect([body.code, body.errors?.[0]?.pointer]).toEqual([code, pointer]);
  });

  it('keeps its local hours through a change of the clocks, and nobody else gets any of them', async () => {
    const { body } = await book(one, { weekly: sundayNights() }).expect(201);
    const slots = body.slots as Slot[];
    expect(slots.map(({ startAt, endAt }) => [localTime(startAt), localTime(endAt)])).toEqual(
      Array.from({ length: 3 }, () => ['Sun 01:00', 'Sun 04:00']),
    );
    const [start, end] = [Date.parse(slots[0]!.startAt), Date.parse(slots[0]!.endAt)];
    // An hour less in spring, and one more in autumn.
    expect([2 * hour, 4 * hour]).toContain(end - start);
    expect(changeAt).toBeGreaterThan(start);
    expect(changeAt).toBeLessThan(end);
    for (let at = start; at < end; at += 30 * minute) {
      const taken = await book(other, { slots: [between(at, at + 30 * minute)] });
      expect([taken.status, taken.body.code]).toEqual([409, 'booking.slot-taken']);
    }
    const series = await book(other, { weekly: sundayNights() });
    expect(series.body).toMatchObject({
      code: 'booking.slot-taken',
      errors: [{ pointer: '/weekly/weeklyHours/0', which: dateOf(changeAt) }],
    });
    const free = between(start - 2 * hour, start - hour);
    const second = await book(other, { slots: [free, between(start, start + hour)] });
    expect([second.status, second.body.errors?.[0]?.pointer]).toEqual([409, '/slots/1']);
    const enclosing = await book(other, { slots: [between(start - hour, end + hour)] });
    expect([enclosing.status, enclosing.body.code]).toEqual([409, 'booking.slot-taken']);
    await book(other, { slots: [between(start - hour, start), between(end, end + hour)] }).expect(201);
  });

  it('can be planned by asking for free time, which a hold takes and a release gives back', async () => {
    const on = dateOf(changeAt - 7 * day);
    const ask = (query: object, { headers }: SignedIn = other) =>
      api.http.get(`/v1/assistants/${bookable.assistantId}/free-slots`).set(headers()).query(query);
    const free = async (): Promise<string[]> => {
      const { body } = await ask({ from: on, to: on, minutes: 45, timeZone }).expect(200);
      expect(body).toMatchObject({ assistantId: bookable.assistantId, timeZone, minutes: 45 });
      return body.items.map((item: Record<string, string>) => `${item['localStart']} ${item['localEnd']}`);
    };
    const wholeDay = [`${on}T00:00 ${dateOf(changeAt - 6 * day)}T00:00`];
    expect(await free()).toEqual(wholeDay);
    const weekly = { weeklyHours: [{ weekday: 7, start: '08:00', end: '09:00' }], startsOn: on, endsOn: on, timeZone };
    const held = await book(one, { weekly }).expect(201);
    expect(await free()).toEqual([`${on}T00:00 ${on}T08:00`, `${on}T09:00 ${dateOf(changeAt - 6 * day)}T00:00`]);
    const change = { ...one.headers(), 'if-match': '*' };
    await api.http.post(`/v1/bookings/${held.body.id}/release`).set(change).expect(201);
    expect(await free()).toEqual(wholeDay);

    const refused = async (query: object) => {
      const { status, body } = await ask({ from: on, to: on, ...query });
      return [status, body.code, body.errors?.[0]?.parameter];
    };
    expect(await refused({ timeZone: 'Nowhere/Land' })).toEqual([400, 'request.invalid', 'timeZone']);
    expect(await refused({ minutes: 0 })).toEqual([400, 'request.invalid', 'minutes']);
    expect(await refused({ from: '2199-12-31', to: '2200-01-01' })).toEqual([400, 'time.bad-date', 'to']);
    expect(await refused({ to: dateOf(changeAt - 8 * day) })).toEqual([400, 'time.bad-range', 'to']);
    expect(await refused({ to: dateOf(changeAt + 70 * day) })).toEqual([400, 'time.range-too-long', 'to']);
    const stranger = await anAgency(api);
    const { id } = await anAssistant(api, stranger);
    const hidden = await api.http
      .get(`/v1/assistants/${id}/free-slots`)
      .set(other.headers())
      .query({ from: on, to: on });
    expect([hidden.status, hidden.body.code]).toEqual([404, 'assistant.not-found']);
    await api.http
      .get(`/v1/assistants/${id}/free-slots`)
      .set(stranger.headers())
      .query({ from: on, to: on })
      .expect(200);
  });

  it('is refused with the date on which the clocks skip all of it', async () => {
    // Of the two changes of a year, the one in spring skips 02:00 to 03:00.
    const spring =
      localTime(new Date(changeAt).toISOString()) === 'Sun 03:00' ? changeAt : nextChangeAfter(changeAt + day);
    const weekly = { ...sundayNights(), weeklyHours: [{ weekday: 7, start: '02:00', end: '03:00' }] };
    const { body } = await book(one, { weekly: { ...weekly, endsOn: dateOf(spring + 7 * day) } }).expect(400);
    expect([body.code, body.errors]).toMatchObject([
      'time.hours-skipped',
      [{ pointer: '/weekly/weeklyHours/0', which: dateOf(spring) }],
    ]);
  });

  it('is called off and moved by single slots or as a whole, and a refusal names the occurrence', async () => {
    const on = (weekday: number) => ({
      timeZone,
      weeklyHours: [{ weekday, start: '05:00', end: '06:00' }],
      startsOn: dateOf(changeAt + 3 * day),
      endsOn: dateOf(changeAt + 24 * day),
    });
    const { id, slots } = (await book(one, { weekly: on(4), confirm: true }).expect(201)).body as {
      id: string;
      slots: [Slot, Slot, Slot, ...Slot[]];
    };
    const step = (call: string, body: object, who = one) =>
      api.http
        .post(`/v1/bookings/${id}/${call}`)
        .set({ ...who.headers(), 'if-match': '*' })
        .send(body);
    const [first, second, third, ...rest] = slots;
    const unknown = await step('cancellation', { reason: 'ill', slots: [first.startAt, first.endAt] });
    expect(unknown.body).toMatchObject({
      status: 400,
      code: 'booking.slot-unknown',
      errors: [{ pointer: '/slots/1', which: first.endAt }],
    });
    const shorter = await step('cancellation', { reason: 'ill', slots: [first.startAt] }).expect(201);
    expect(shorter.body).toMatchObject({ status: 'confirmed', slots: slots.slice(1), cancelledSlots: [first] });
    const taken = await book(other, { slots: [first], confirm: true }).expect(201);
    const clash = await step('rescheduling', { moves: [{ startAt: second.startAt, to: first }] });
    expect(clash.body).toMatchObject({
      status: 409,
      code: 'booking.slot-taken',
      errors: [{ pointer: '/moves/0/to', which: second.startAt }],
    });
    await api.http
      .post(`/v1/bookings/${taken.body.id}/cancellation`)
      .set({ ...other.headers(), 'if-match': '*' })
      .send({ reason: 'no need' })
      .expect(201);
    expect((await step('rescheduling', { moves: [] })).body.code).toBe('request.invalid');
    const moved = await step('rescheduling', { moves: [{ startAt: second.startAt, to: first }] }).expect(201);
    expect(moved.body).toMatchObject({ slots: [first, third, ...rest], lateFees: [] });
    await book(other, { slots: [second], confirm: true }).expect(201);
    const series = await step('rescheduling', { weekly: on(5) }).expect(201);
    expect(series.body.slots.map(({ startAt }: Slot) => localTime(startAt).slice(0, 3))).toEqual(
      series.body.slots.map(() => 'Fri'),
    );
    await book(other, { slots: [third], confirm: true }).expect(201);
    const late = between(Date.parse(api.clock.now()) + 20 * hour, Date.parse(api.clock.now()) + 21 * hour);
    const rounded = between(
      Math.ceil(Date.parse(late.startAt) / hour) * hour,
      Math.ceil(Date.parse(late.endAt) / hour) * hour,
    );
    await step('rescheduling', { slots: [rounded] }).expect(201);
    const ended = await step('cancellation', { reason: 'no need any more' }).expect(201);
    expect(ended.body).toMatchObject({ status: 'cancelled', lateFee: { amountMinor: 925 } });
    expect(ended.body.lateFees).toMatchObject([{ amount: { amountMinor: 925 }, invoiceId: null }]);
    const today = new Intl.DateTimeFormat('sv-SE', { timeZone }).format(Date.parse(api.clock.now()));
    const issued = await api.http
      .post('/v1/invoices')
      .set(bookable.agency.headers())
      .send({ engagementId: agreements.get(one), periodFrom: today, periodTo: today })
      .expect(201);
    expect(issued.body).toMatchObject({
      lines: [],
      lateFees: [{ bookingId: id, amount: { amountMinor: 925 } }],
      subtotal: { amountMinor: 925 },
    });
    const charged = await api.http.get(`/v1/bookings/${id}`).set(one.headers()).expect(200);
    expect(charged.body.lateFees).toMatchObject([{ invoiceId: issued.body.id }]);
  });

  it('is found by its time and status, and sorted by either', async () => {
    const starts = async (query: object): Promise<[string[], number]> => {
      const { body } = await api.http.get('/v1/bookings').set(one.headers()).query(query).expect(200);
      return [body.items.map(({ slots }: { slots: Slot[] }) => slots[0]!.startAt), body.total];
    };
    const [all, total] = await starts({});
    expect(total).toBe(all.length);
    expect(all.length).toBeGreaterThan(1);
    expect(await starts({ sort: 'starts' })).toEqual([all.toSorted(), total]);
    expect(await starts({ sort: '-starts' })).toEqual([all.toSorted().toReversed(), total]);
    expect(await starts({ sort: '-created' })).toEqual([all.toReversed(), total]);
    // The week before the clocks change it was held and released; from then on it is held.
    expect((await starts({ status: 'released' }))[1]).toBe(1);
    expect(await starts({ status: 'held', from: dateOf(changeAt), timeZone })).toEqual(
      await starts({ status: 'held' }),
    );
    expect(await starts({ to: dateOf(changeAt - 1 * day), timeZone, status: 'held' })).toEqual([[], 0]);
  });

  it('is had by one of two who want the same weeks at once, in whatever order they name the hours', async () => {
    const weekdays = [1, 2, 3, 4, 5];
    for (let round = 0; round < 5; round += 1) {
      const time = { start: `${10 + round}:00`, end: `${10 + round}:15` };
      const series = (order: readonly number[]) => ({
        weekly: { ...sundayNights(), weeklyHours: order.map((weekday) => ({ weekday, ...time })) },
      });
      const answers = await Promise.all(
        [one, other, one, other].map((who, turn) =>
          book(who, series(turn % 2 === 0 ? weekdays : weekdays.toReversed())),
        ),
      );
      expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409, 409]);
    }
  });
});
