import { type AccessRule, type Actor, administrators, agencyTeam, businessReaders, businessTeam } from '#access';
import type { AbsenceReporter } from '#domain';
import { assistantScopeOf } from '../work-records/assistant-scope.js';

export const reportAbsences: AccessRule = {
  roles: [...agencyTeam, 'agency.assistant', ...businessTeam],
  scope: 'engagements:write',
};
export const reportNoShows: AccessRule = { roles: [...agencyTeam, ...businessTeam], scope: 'engagements:write' };
export const readAbsences: AccessRule = {
  roles: [...businessReaders, ...agencyTeam, 'agency.assistant', ...administrators],
  scope: 'engagements:read',
};

/** As whom somebody speaks of an absence. */
export function reporterOf(actor: Actor): AbsenceReporter {
  if (actor.organisationKind === 'business') return 'business';
  return assistantScopeOf(actor) === null ? 'agency' : 'assistant';
}
