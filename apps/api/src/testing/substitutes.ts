import type { HandoverDto } from '#contracts';
import { aClearedAssistant, aroundTheClock } from './bookable.js';
import type { SignedIn } from './people.js';
import type { TestApi } from './test-api.js';

/** Whose engagement it is. */
export interface Substituted {
  readonly id: string;
  readonly agency: SignedIn;
  readonly business: SignedIn;
}

const anyVersion = (by: SignedIn) => ({ ...by.headers(), 'if-match': '*' });

/** Somebody of the agency who could do the work, and is proposed for it. */
export async function aSubstitution(
  api: TestApi,
  { id: engagementId, agency }: Substituted,
  { temporary = true, substituteId }: { temporary?: boolean; substituteId?: string } = {},
): Promise<{ id: string; substituteId: string }> {
  const assistantId = substituteId ?? (await aClearedAssistant(api, agency, aroundTheClock));
  const proposed = await api.http
    .post('/v1/substitutions')
    .set(agency.headers())
    .send({ engagementId, assistantId, temporary })
    .expect(201);
  return { id: proposed.body.id as string, substituteId: assistantId };
}

export const substitutionStep = (api: TestApi, id: string, call: string, by: SignedIn, body: object = {}) =>
  api.http.post(`/v1/substitutions/${id}/${call}`).set(anyVersion(by)).send(body);

export const handoverOf = async (api: TestApi, id: string, by: SignedIn): Promise<HandoverDto> =>
  (await api.http.get(`/v1/substitutions/${id}/handover`).set(by.headers()).expect(200)).body as HandoverDto;

/** Everything that is missing of a pack, written. */
export async function writtenHandover(api: TestApi, id: string, by: SignedIn): Promise<HandoverDto> {
  const { duties, accesses } = await handoverOf(api, id, by);
  const written = await api.http
    .put(`/v1/substitutions/${id}/handover`)
    .set(anyVersion(by))
    .send({
      howTos: duties.map(({ lineId }) => ({ lineId, text: 'Begin with what came in overnight' })),
      openItems: [{ what: 'The supplier waits for the signed order', dueOn: '2030-01-01' }],
      promises: [],
      accesses: accesses.map(({ accessGrantId }) => ({ accessGrantId, how: 'Delegated to the substitute as well' })),
    })
    .expect(200);
  return written.body as HandoverDto;
}
