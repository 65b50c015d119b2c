import { dayAheadOf } from './days.js';
import { aClearance } from './clearances.js';
import { aPublishedAssistant } from './listings.js';
import { aNeed } from './needs.js';
import { anAgency, type SignedIn } from './people.js';
import type { TestApi } from './test-api.js';

/** Day and night, so that only what a test is about can stand in a booking's way. */
export const aroundTheClock = {
  weeklyHours: [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, start: '00:00', end: '24:00' })),
  weeklyCapacityMinutes: 3_600,
};

export interface Bookable {
  readonly agency: SignedIn;
  readonly assistantId: string;
}

/** A published assistant of a verified agency, whose workplace is cleared unless told otherwise. */
export async function aBookableAssistant(
  api: TestApi,
  listing: object = {},
  { cleared = true } = {},
): Promise<Bookable> {
  const agency = await anAgency(api);
  const { id } = await aPublishedAssistant(api, agency, { ...aroundTheClock, ...listing });
  if (cleared) await aClearance(api, agency, id);
  return { agency, assistantId: id };
}

/** A published assistant of this agency, whose workplace is cleared. */
export async function aClearedAssistant(api: TestApi, agency: SignedIn, listing: object = {}): Promise<string> {
  const { id } = await aPublishedAssistant(api, agency, listing);
  await aClearance(api, agency, id);
  return id;
}

/** An instant agreement over eight weeks from today that both sides have accepted. */
export async function anAcceptedAgreement(api: TestApi, business: SignedIn, assistantId: string): Promise<string> {
  const day = (ahead: number) => dayAheadOf(api.clock, ahead);
  const needId = await aNeed(api, business, { startsOn: day(0), endsOn: day(56) });
  const drafted = await api.http
    .post('/v1/agreements')
    .set(business.headers())
    .send({ needId, assistantId })
    .expect(201);
  const { contentHash } = drafted.body.versions[0];
  await api.http
    .post(`/v1/agreements/${drafted.body.id}/acceptances`)
    .set(business.headers())
    .send({ contentHash })
    .expect(200);
  return drafted.body.id as string;
}
