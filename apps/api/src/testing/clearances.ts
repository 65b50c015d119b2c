import type { Jurisdiction } from '#domain';
import { clearanceTemplates } from '#knowledge/checklists';
import { aMember } from './memberships.js';
import type { SignedIn } from './people.js';
import type { TestApi } from './test-api.js';

/** A report on a workplace where everything is in order. */
export const aReport = (jurisdiction: Jurisdiction = 'es') => ({
  jurisdiction,
  answers: clearanceTemplates[jurisdiction].items.map(({ code }) => ({ itemCode: code, answer: 'yes' })),
  trainingCompletedOn: '2026-01-15',
  evidenceSha256: 'a'.repeat(64),
});

/** Clears an assistant's workplace for as long as the policy allows, or until an instant. Returns the clearance's id. */
export async function aClearance(
  api: TestApi,
  agency: SignedIn,
  assistantId: string,
  {
    assessor,
    validUntil,
    jurisdiction,
  }: { assessor?: SignedIn; validUntil?: string; jurisdiction?: Jurisdiction } = {},
): Promise<string> {
  const looking = assessor ?? (await aMember(api, agency, ['agency.assessor']));
  const path = `/v1/assistants/${assistantId}/clearances`;
  const requested = await api.http.post(path).set(agency.headers()).send(aReport(jurisdiction)).expect(201);
  await api.http
    .post(`${path}/${requested.body.id}/grant`)
    .set({ ...looking.headers(), 'if-match': '"1"' })
    .send({ openActions: [], ...(validUntil !== undefined && { validUntil }) })
    .expect(200);
  return requested.body.id as string;
}
