import type { Actor } from '#access';
import { demand } from '#domain';

const unbound: ReadonlySet<string> = new Set(['agency.owner', 'agency.coordinator']);

/** The assistant to whose work the actor is bound; null for whoever may see all of the organisation's. */
export const assistantScopeOf = (actor: Pick<Actor, 'assistantId' | 'organisationKind' | 'roles'>): string | null =>
  actor.organisationKind === 'agency' && !actor.roles.some((role) => unbound.has(role))
    ? (actor.assistantId ?? 'nobody')
    : null;

/** What belongs to another assistant is as unknown to her as what belongs to another agency. */
export function demandWithinScope(actor: Actor, work: { readonly assistantId: string }, code: string): void {
  const only = assistantScopeOf(actor);
  demand(only === null || only === work.assistantId, code);
}
