import type { AgreementDto, AgreementVersionDto } from '#contracts';
import type { SignedIn } from './people.js';
import type { TestApi } from './test-api.js';

const written = [
  'lines',
  'channels',
  'responseTargetMinutes',
  'freeCancellationHours',
  'lateFeeBps',
  'silenceAcceptsAfterHours',
  'startsOn',
  'endsOn',
] as const;

interface Agreed {
  readonly id: string;
  readonly business: SignedIn;
  readonly agency: SignedIn;
}

/** What a version says that a change order has to say, with some of it changed. */
export const termsOf = (version: object, changes: object = {}): Record<string, unknown> => ({
  ...Object.fromEntries(written.map((name) => [name, (version as Record<string, unknown>)[name]])),
  ...changes,
});

/** The business writes some terms of an agreement anew; what comes of it. */
export async function proposedTerms(api: TestApi, { id, business }: Agreed, changes: object) {
  const path = `/v1/agreements/${id}`;
  const { body: agreement } = await api.http.get(path).set(business.headers()).expect(200);
  const headers = { ...business.headers(), 'if-match': `"${agreement.version}"` };
  return api.http
    .put(`${path}/terms`)
    .set(headers)
    .send(termsOf(agreement.versions.at(-1), changes));
}

/** Changes some terms of an agreement, which both sides accept; returns the version that is in force then. */
export async function aChangeOrder(api: TestApi, agreed: Agreed, changes: object): Promise<AgreementVersionDto> {
  const { id, business, agency } = agreed;
  const path = `/v1/agreements/${id}`;
  const { status, body } = await proposedTerms(api, agreed, changes);
  expect([status, (body as { errors?: object }).errors]).toEqual([200, undefined]);
  const version = (body as AgreementDto).versions.at(-1)!;
  for (const by of [business, agency]) {
    await api.http.post(`${path}/acceptances`).set(by.headers()).send({ contentHash: version.contentHash }).expect(200);
  }
  return version;
}
