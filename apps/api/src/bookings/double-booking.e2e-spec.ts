import { aBookableAssistant, anAcceptedAgreement, aroundTheClock, type Bookable } from '../testing/bookable.js';
import { aBusiness, type SignedIn, signIn } from '../testing/people.js';
import { testApi, type TestApi } from '../testing/test-api.js';

interface Client {
  business: SignedIn;
  readonly agreementId: string;
}

const hour = 3_600_000;

describe('one slot and many who want it', () => {
  let api: TestApi;
  let bookable: Bookable;
  let clients: Client[];
  beforeAll(async () => {
    api = await testApi();
    bookable = await aBookableAssistant(api, aroundTheClock);
    clients = await Promise.all([aClient(), aClient()]);
  });
  afterAll(() => api.close());

  async function aClient(): Promise<Client> {
    const business = await aBusiness(api);
    return { business, agreementId: await anAcceptedAgreement(api, business, bookable.assistantId) };
  }

  const base = new Date(Date.now() + 3 * 24 * hour).setUTCHours(0, 0, 0, 0);
  const slot = (startHour: number, hours = 1) => ({
    startAt: new Date(base + startHour * hour).toISOString(),
    endAt: new Date(base + (startHour + hours) * hour).toISOString(),
  });
  const book = ({ business, agreementId }: Client, slots: object[]) =>
    api.http.post('/v1/bookings').set(business.headers()).send({ agreementId, slots });
  const outcomes = (answers: readonly { status: number; body: { code?: string } }[]) => ({
    booked: answers.filter(({ status }) => status === 201).length,
    taken: answers.filter(({ status, body }) => status === 409 && body.code === 'booking.slot-taken').length,
  });

  it('is given to exactly one of fifty at once, ten times over, whichever business they are of', async () => {
    for (let round = 0; round < 10; round += 1) {
      const wanted = [slot(round)];
      const answers = await Promise.all(Array.from({ length: 50 }, (_, number) => book(clients[number % 2]!, wanted)));
      expect(outcomes(answers)).toEqual({ booked: 1, taken: 49 });
    }
  });

  it('is not given in part, nor as part of a longer one, nor across midnight', async () => {
    const [one, other] = clients as [Client, Client];
    const night = [slot(47, 2)];
    expect((await book(one, night)).status).toBe(201);
    const attempts = [slot(46, 2), slot(48, 2), slot(47.5, 0.5), slot(46, 4), slot(47, 2)];
    const answers = await Promise.all(attempts.map((attempt) => book(other, [attempt])));
    expect(outcomes(answers)).toEqual({ booked: 0, taken: attempts.length });
  });

  it('leaves the time before and after it free', async () => {
    const [one, other] = clients as [Client, Client];
    expect((await book(one, [slot(73)])).status).toBe(201);
    const neighbours = await Promise.all([book(other, [slot(72)]), book(one, [slot(74)])]);
    expect(outcomes(neighbours)).toEqual({ booked: 2, taken: 0 });
  });

  it('is taken with all slots of a series or with none of them', async () => {
    const [one, other] = clients as [Client, Client];
    const series = [slot(80), slot(82), slot(84)];
    const answers = await Promise.all([book(one, series), book(other, series.toReversed())]);
    expect(outcomes(answers)).toEqual({ booked: 1, taken: 1 });
    const partly = await book(other, [slot(86), slot(84)]);
    expect(partly.body.code).toBe('booking.slot-taken');
    expect((await book(other, [slot(86)])).status).toBe(201);
  });

  describe('after others have come too late', () => {
    it('is still the one of whoever got it, and sent the request again', async () => {
      const [one, other] = clients as [Client, Client];
      const send = (key: string) => book(one, [slot(100)]).set('idempotency-key', key);
      const first = await send('first-of-all');
      await book(one, [slot(100)]);
      await book(other, [slot(100)]);
      const again = await send('first-of-all');
      expect([again.status, again.body.id]).toEqual([201, first.body.id]);
      expect((await send('one-more')).body.code).toBe('booking.slot-taken');
    });

    it('is refused with the name of the first slot that is taken', async () => {
      const [one, other] = clients as [Client, Client];
      await book(one, [slot(104), slot(108)]);
      const late = () => book(other, [slot(102), slot(104), slot(106), slot(108)]);
      const [first, second] = [await late(), await late()];
      expect(first.body.errors).toMatchObject([{ pointer: '/slots/1' }]);
      expect([second.status, second.body.code]).toEqual([409, 'booking.slot-taken']);
      expect(second.body.errors).toEqual(first.body.errors);
    });

    it('is had again as soon as it is given back', async () => {
      const [one, other] = clients as [Client, Client];
      const held = await book(one, [slot(110)]);
      await book(other, [slot(110)]);
      expect((await book(other, [slot(110)])).status).toBe(409);
      await api.http
        .post(`/v1/bookings/${held.body.id}/release`)
        .set({ ...one.business.headers(), 'if-match': '*' })
        .expect(201);
      expect((await book(other, [slot(110)])).status).toBe(201);
    });

    it('is no secret of an agreement of somebody else, or of one that there is not', async () => {
      const [one, other] = clients as [Client, Client];
      await book(one, [slot(112)]);
      await book(one, [slot(112)]);
      const answer = await book({ ...other, agreementId: one.agreementId }, [slot(112)]);
      expect([answer.status, answer.body.code]).toEqual([404, 'agreement.not-found']);
    });
  });

  it('is free again once a hold has lapsed, even before anybody sweeps', async () => {
    const [one, other] = clients as [Client, Client];
    const held = await book(one, [slot(90)]);
    api.clock.advance({ minutes: 16 });
    // Access tokens have expired by then, too.
    for (const client of clients) client.business = await signIn(api, client.business.email);
    expect((await book(other, [slot(90)])).status).toBe(201);
    const before = await api.http.get(`/v1/bookings/${held.body.id}`).set(one.business.headers());
    expect(before.body.status).toBe('expired');
  });
});
