import type { Scope } from '#platform/database';
import type { Actor as SomeActor } from '#platform/security';
import type { Role } from './roles.js';
import type { ApiScope } from './scopes.js';

/** Whoever makes a request of the marketplace. */
export interface Actor extends SomeActor<Role, ApiScope> {
  readonly organisationKind: 'agency' | 'business' | 'marketplace';
  /** The assistant that the person is, for members with the role `agency.assistant`. */
  readonly assistantId: string | null;
  /** The login that a token belongs to; null for an API key. */
  readonly sessionId: string | null;
  /** The key, and who made it; null for a person. */
  readonly key: { readonly id: string; readonly madeBy: string } | null;
}

/** For work on behalf of the marketplace, which sees everybody's. */
export const marketplace = { kind: 'marketplace' } as const satisfies Scope;

/** What a database transaction for this actor may see. */
export const scopeOf = (
  actor: Pick<Actor, 'organisationId' | 'organisationKind'>,
): Extract<Scope, { kind: 'marketplace' | 'organisation' }> =>
  actor.organisationKind === 'marketplace'
    ? marketplace
    : { kind: 'organisation', organisationId: actor.organisationId };
