import { randomUUID } from 'node:crypto';
import { password, type SignedIn, signIn } from './people.js';
import type { TestApi } from './test-api.js';

export interface Pair {
  readonly accessToken: string;
  readonly refreshToken: string;
}

export const bearer = (token: string): Record<string, string> => ({
  authorization: `Bearer ${token}`,
  'idempotency-key': randomUUID(),
});

/** An invitation's token. */
export async function anInvitation(
  api: TestApi,
  owner: SignedIn,
  roles: readonly string[],
  email = `invited-${randomUUID()}@example.org`,
): Promise<{ token: string; email: string }> {
  const { body } = await api.http.post('/v1/invitations').set(owner.headers()).send({ email, roles }).expect(201);
  return { token: body.token as string, email };
}

/** A key of whoever's token it is. */
export async function aKey(
  api: TestApi,
  token: string,
  scopes: readonly string[],
): Promise<{ id: string; key: string }> {
  const { body } = await api.http.post('/v1/api-keys').set(bearer(token)).send({ name: 'Payroll', scopes }).expect(201);
  return { id: body.id as string, key: body.key as string };
}

/** Whether a credential is taken at all; the route is open to owners and keys with the scope `members:read`. */
export async function isTaken(api: TestApi, credential: string): Promise<boolean> {
  const { status } = await api.http.get('/v1/members').set(bearer(credential));
  if (status !== 200 && status !== 401) throw new Error(`GET /v1/members answered ${status}`);
  return status === 200;
}

/** Somebody who joins an organisation with these roles by invitation, signed in. */
export async function aMember(
  api: TestApi,
  owner: SignedIn,
  roles: readonly string[],
  assistantId?: string,
): Promise<SignedIn> {
  const email = `member-${randomUUID()}@example.org`;
  const invited = await api.http
    .post('/v1/invitations')
    .set(owner.headers())
    .send({ email, roles, ...(assistantId !== undefined && { assistantId }) })
    .expect(201);
  const joining = { token: invited.body.token as string, displayName: 'Aina', password };
  await api.http.post('/v1/invitations/acceptances').send(joining).expect(201);
  return signIn(api, email);
}
