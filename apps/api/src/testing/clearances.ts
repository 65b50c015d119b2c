import { clearanceTemplates, type Jurisdiction } from '#domain';
import { randomUUID } from 'node:crypto';
import { password, type SignedIn, signIn } from './people.js';
import type { TestApi } from './test-api.js';

/** A report on a workplace where everything is in order. */
export const aReport = (jurisdiction: Jurisdiction = 'es') => ({
  jurisdiction,
  answers: clearanceTemplates[jurisdiction].items.map(({ code }) => ({ itemCode: code, answer: 'yes' })),
  trainingCompletedOn: '2026-01-15',
  evidenceSha256: 'a'.repeat(64),
});

/** Somebody who joins an agency with these roles, signed in. */
export async function aMember(
  api: TestApi,
  agency: SignedIn,
  roles: readonly string[],
  assistantId?: string,
): Promise<SignedIn> {
  const email = `member-${randomUUID()}@example.org`;
  const invited = await api.http
    .post('/v1/invitations')
    .set(agency.headers())
    .send({ email, roles, ...(assistantId !== undefined && { assistantId }) })
    .expect(201);
  const joining = { token: invited.body.token as string, displayName: 'Aina', password };
  await api.http.post('/v1/invitations/acceptances').send(joining).expect(201);
  return signIn(api, email);
}

/** Clears an assistant's workplace for as long as the policy allows, or until an instant. Returns the clearance's id. */
export async function aClearance(
  api: TestApi,
  agency: SignedIn,
  assistantId: string,
  { assessor, validUntil }: { assessor?: SignedIn; validUntil?: string } = {},
): Promise<string> {
  const looking = assessor ?? (await aMember(api, agency, ['agency.assessor']));
  const path = `/v1/assistants/${assistantId}/clearances`;
  const requested = await api.http.post(path).set(agency.headers()).send(aReport()).expect(201);
  await api.http
    .post(`${path}/${requested.body.id}/grant`)
    .set({ ...looking.headers(), 'if-match': '"1"' })
    .send({ openActions: [], ...(validUntil !== undefined && { validUntil }) })
    .expect(200);
  return requested.body.id as string;
}
