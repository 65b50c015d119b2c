import { randomUUID } from 'node:crypto';
import { type TestApi, testApiSettings } from './test-api.js';

export interface SignedIn {
  readonly organisationId: string;
  readonly email: string;
  readonly token: string;
  /** Headers for a write: who, and a fresh Idempotency-Key. */
  headers(): Record<string, string>;
}

export const { password } = testApiSettings.administrator;

const signedIn = (organisationId: string, email: string, token: string): SignedIn => ({
  organisationId,
  email,
  token,
  headers: () => ({ authorization: `Bearer ${token}`, 'idempotency-key': randomUUID() }),
});

export async function signIn(api: TestApi, email: string): Promise<SignedIn> {
  const answer = await api.http.post('/v1/auth/tokens').send({ email, password }).expect(201);
  return signedIn(answer.body.organisationId, email, answer.body.accessToken);
}

/** An agency with its owner signed in; verified unless told otherwise. */
export async function anAgency(api: TestApi, { verified = true, countryCode = 'ES' } = {}): Promise<SignedIn> {
  const email = `agency-${randomUUID()}@example.org`;
  const registered = await api.http
    .post('/v1/agencies')
    .set('idempotency-key', randomUUID())
    .send({
      name: 'Bona Ajuda',
      countryCode,
      contactEmail: email,
      owner: { displayName: 'Olga', email, password },
    })
    .expect(201);
  const agency = await signIn(api, email);
  if (verified) {
    const administrator = await theAdministrator(api);
    await api.http
      .put(`/v1/agencies/${agency.organisationId}/verification`)
      .set({ ...administrator.headers(), 'if-match': registered.headers['etag'] as string })
      .send({ note: 'Registry extract seen' })
      .expect(200);
  }
  return agency;
}

/** A business with its owner signed in. */
export async function aBusiness(
  api: TestApi,
  { countryCode = 'ES', timeZone = 'Europe/Madrid', email = `business-${randomUUID()}@example.org` } = {},
): Promise<SignedIn> {
  await api.http
    .post('/v1/businesses')
    .set('idempotency-key', randomUUID())
    .send({
      name: 'Forn de la Plaça',
      countryCode,
      sector: 'bakery',
      timeZone,
      contactEmail: email,
      owner: { displayName: 'Berta', email, password },
    })
    .expect(201);
  return signIn(api, email);
}

/** The administrator whom the settings name. */
export const anAdministrator = (api: TestApi): Promise<SignedIn> => signIn(api, testApiSettings.administrator.email);

/** For less than a token lives. */
const signedInMs = 600_000;
const administrators = new WeakMap<TestApi, { readonly who: SignedIn; readonly at: number }>();

/** The same, signed in already: for what is only to be there before a case begins. */
async function theAdministrator(api: TestApi): Promise<SignedIn> {
  const now = Date.parse(api.clock.now());
  const known = administrators.get(api);
  if (known !== undefined && Math.abs(now - known.at) < signedInMs) return known.who;
  const who = await anAdministrator(api);
  administrators.set(api, { who, at: now });
  return who;
}
