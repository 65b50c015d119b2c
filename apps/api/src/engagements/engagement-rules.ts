import { type AccessRule, administrators, agencyTeam, businessReaders, businessTeam } from '#access';

/** The assistant sees her own, and nothing of her colleagues'. */
export const readEngagement: AccessRule = {
  roles: [...businessReaders, ...agencyTeam, 'agency.assistant', ...administrators],
  scope: 'engagements:read',
};
export const endEngagement: AccessRule = { roles: [...businessTeam, ...agencyTeam], scope: 'engagements:write' };
export const reportWork: AccessRule = { roles: [...agencyTeam, 'agency.assistant'], scope: 'engagements:write' };
export const judgeWork: AccessRule = { roles: businessTeam, scope: 'engagements:write' };
