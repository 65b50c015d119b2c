import type { Scope } from '../../database/index.js';
import type { AccessClaims } from '../../security/access-tokens.js';
import type { Actor } from '../../security/actor.js';
import { CredentialResolver } from '../../security/credential-resolver.js';

export const specimenOwner: Actor = {
  userId: '0197a000-0000-7000-8000-000000000001',
  organisationId: '0197a000-0000-7000-8000-0000000000a1',
  roles: ['shop.owner'],
  scopes: 'all',
  via: 'token',
  isConfirmed: true,
};

/** Knows whom a spec tells it. */
export class SpecimenCredentials extends CredentialResolver {
  readonly keys = new Map<string, Actor>();
  readonly sessions = new Map<string, Actor>();

  override async actorOfKey(keyHash: string): Promise<Actor | null> {
    return this.keys.get(keyHash) ?? null;
  }

  override async actorOfToken({ sessionId }: AccessClaims): Promise<Actor | null> {
    return this.sessions.get(sessionId) ?? null;
  }

  override scopeOf({ organisationId }: Actor): Scope {
    return { kind: 'organisation', organisationId };
  }
}
