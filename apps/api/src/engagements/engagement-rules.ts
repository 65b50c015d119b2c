import { type AccessRule, agencyWorkers, bothTeams, businessTeam, engagementReaders } from '#access';

/** The assistant sees her own, and nothing of her colleagues'. */
export const readEngagement: AccessRule = {
  roles: engagementReaders,
  scope: 'engagements:read',
};
export const endEngagement: AccessRule = { roles: bothTeams, scope: 'engagements:write' };
export const reportWork: AccessRule = { roles: agencyWorkers, scope: 'engagements:write' };
export const judgeWork: AccessRule = { roles: businessTeam, scope: 'engagements:write' };
