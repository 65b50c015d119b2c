import type { Scope } from '#platform/database';
import type { Actor as SomeActor } from '#platform/security';
import type { Role } from './roles.js';
import type { ApiScope } from './scopes.js';

/** Whoever makes a request of the marketplace. */
export interface Actor extends SomeActor<Role, ApiScope> {
  readonly organisationKind: 'agency' | 'business' | 'marketplace';
  /** The assistant that the person is, for members with the role `agency.assistant`. */
  readonly assistantId: string | null;
}

/** What a database transaction for this actor may see. */
export const scopeOf = (
  actor: Pick<Actor, 'organisationId' | 'organisationKind'>,
): Extract<Scope, { kind: 'marketplace' | 'organisation' }> =>
  actor.organisationKind === 'marketplace'
    ? { kind: 'marketplace' }
    : { kind: 'organisation', organisationId: actor.organisationId };
