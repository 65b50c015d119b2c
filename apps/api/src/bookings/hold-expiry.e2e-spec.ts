import { eventually } from '#platform/testing';
import { aBookableAssistant, anAcceptedAgreement } from '../testing/bookable.js';
import { aBusiness, signIn, type SignedIn } from '../testing/people.js';
import { testApi } from '../testing/test-api.js';
import { HoldExpiry } from './hold-expiry.js';

const api = await testApi();
afterAll(() => api.close());

describe('a hold that nobody confirms', () => {
  it('is expired by the sweep once its time is over, and not before', async () => {
    const business = await aBusiness(api);
    const { assistantId } = await aBookableAssistant(api);
    const agreementId = await anAcceptedAgreement(api, business, assistantId);
    const startAt = new Date(new Date(Date.now() + 72 * 3_600_000).setUTCMinutes(0, 0, 0)).toISOString();
    const endAt = new Date(Date.parse(startAt) + 3_600_000).toISOString();
    const held = await api.http
      .post('/v1/bookings')
      .set(business.headers())
      .send({ agreementId, slots: [{ startAt, endAt }] })
      .expect(201);
    const sweeper = api.app.get(HoldExpiry, { strict: false });
    const read = async (owner: SignedIn) =>
      (await api.http.get(`/v1/bookings/${held.body.id}`).set(owner.headers()).expect(200)).body;
    await sweeper.sweep(api.clock.now());
    expect((await read(business)).status).toBe('held');
    api.clock.advance({ minutes: 16 });
    // The service sweeps from time to time by itself, and may be at it now.
    await sweeper.sweep(api.clock.now());
    const owner = await signIn(api, business.email);
    await eventually(async () => expect(await read(owner)).toMatchObject({ status: 'expired', holdExpiresAt: null }));
    const again = await api.http
      .post(`/v1/bookings/${held.body.id}/confirmation`)
      .set({ ...owner.headers(), 'if-match': '*' });
    expect([again.status, again.body.code]).toEqual([409, 'booking.not-held']);
  });
});
