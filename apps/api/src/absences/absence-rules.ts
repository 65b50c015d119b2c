import { type AccessRule, type Actor, agencyTeam, agencyWorkers, businessTeam } from '#access';
import type { AbsenceReporter } from '#domain';
import { assistantScopeOf } from '../work-records/assistant-scope.js';

export const reportAbsences: AccessRule = {
  roles: [...agencyWorkers, ...businessTeam],
  scope: 'engagements:write',
};
export const reportNoShows: AccessRule = { roles: [...agencyTeam, ...businessTeam], scope: 'engagements:write' };

/** As whom somebody speaks of an absence. */
export function reporterOf(actor: Actor): AbsenceReporter {
  if (actor.organisationKind === 'business') return 'business';
  return assistantScopeOf(actor) === null ? 'agency' : 'assistant';
}
