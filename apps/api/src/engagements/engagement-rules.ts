import { type AccessRule, bothTeams } from '#access';

export const endEngagement: AccessRule = { roles: bothTeams, scope: 'engagements:write' };
