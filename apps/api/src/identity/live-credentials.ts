import { type Actor, scopeOf } from '#access';
import type { Scope } from '#platform/database';
import { type AccessClaims, CredentialResolver } from '#platform/security';
import { Injectable } from '@nestjs/common';
import { AccountStore } from './account.store.js';
import { ApiKeyStore } from './api-key.store.js';

/** Looks credentials up on every request, so that ending a session, a key or a membership works at once. */
@Injectable()
export class LiveCredentials extends CredentialResolver<Actor> {
  constructor(
    private readonly accounts: AccountStore,
    private readonly keys: ApiKeyStore,
  ) {
    super();
  }

  actorOfKey(keyHash: string): Promise<Actor | null> {
    return this.keys.findActor(keyHash);
  }

  async actorOfToken(claims: AccessClaims): Promise<Actor | null> {
    const membership = await this.accounts.findLiveSession(claims);
    return membership === null
      ? null
      : { ...membership, scopes: 'all', via: 'token', sessionId: claims.sessionId, key: null };
  }

  scopeOf(actor: Actor): Scope {
    return scopeOf(actor);
  }
}
