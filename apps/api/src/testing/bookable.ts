import { clearanceTemplates } from '#domain';
import { randomUUID } from 'node:crypto';
import { aPublishedAssistant } from './listings.js';
import { aNeed } from './needs.js';
import { anAgency, password, type SignedIn, signIn } from './people.js';
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
  if (cleared) await clearWorkplace(api, agency, id);
  return { agency, assistantId: id };
}

/** Another member of the agency, who came by invitation. */
export async function aMember(api: TestApi, owner: SignedIn, roles: string[], assistantId?: string): Promise<SignedIn> {
  const email = `member-${randomUUID()}@example.org`;
  const invited = await api.http
    .post('/v1/invitations')
    .set(owner.headers())
    .send({ email, roles, ...(assistantId === undefined ? {} : { assistantId }) })
    .expect(201);
  const { token } = invited.body;
  await api.http.post('/v1/invitations/acceptances').send({ token, displayName: 'Pau', password }).expect(201);
  return signIn(api, email);
}

export async function clearWorkplace(
  api: TestApi,
  agency: SignedIn,
  assistantId: string,
  grant: { validUntil?: string } = {},
): Promise<string> {
  const assessor = await aMember(api, agency, ['agency.assessor']);
  const path = `/v1/assistants/${assistantId}/clearances`;
  const requested = await api.http
    .post(path)
    .set(agency.headers())
    .send({
      jurisdiction: 'es',
      answers: clearanceTemplates.es.items.map(({ code }) => ({ itemCode: code, answer: 'yes' })),
      trainingCompletedOn: api.clock.now().slice(0, 10),
      evidenceSha256: 'a'.repeat(64),
    })
    .expect(201);
  await api.http
    .post(`${path}/${requested.body.id}/grant`)
    .set({ ...assessor.headers(), 'if-match': requested.headers['etag'] as string })
    .send({ openActions: [], ...grant })
    .expect(200);
  return requested.body.id as string;
}

/** An instant agreement over eight weeks from today that both sides have accepted. */
export async function anAcceptedAgreement(api: TestApi, business: SignedIn, assistantId: string): Promise<string> {
  const today = Date.parse(api.clock.now());
  const day = (ahead: number): string => new Date(today + ahead * 86_400_000).toISOString().slice(0, 10);
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
