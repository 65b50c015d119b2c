import type { Scope } from '../database/index.js';
import type { AccessClaims } from './access-tokens.js';
import type { Actor } from './actor.js';

/**
 * What the guard asks the application on every request that isn't public; the application provides a subclass under
 * this class as token. The first two answer null when the credential has ended: the key or the session was revoked, the
 * user or the membership is gone. One indexed query is the budget.
 */
export abstract class CredentialResolver<SomeActor extends Actor = Actor> {
  /** @param keyHash SHA-256 of the API key in hexadecimal, as `hashSecret` gives it. */
  abstract actorOfKey(keyHash: string): Promise<SomeActor | null>;
  /** Roles and organisation are those of now, whatever the token was issued with. */
  abstract actorOfToken(claims: AccessClaims): Promise<SomeActor | null>;
  /** What a database transaction for this actor may see. */
  abstract scopeOf(actor: SomeActor): Scope;
}
