import { type AccessRule, agencyWorkers, businessTeam, engagementReaders } from '#access';

/** The assistant sees her own, and nothing of her colleagues'. */
export const readWork: AccessRule = { roles: engagementReaders, scope: 'engagements:read' };
export const reportWork: AccessRule = { roles: agencyWorkers, scope: 'engagements:write' };
export const judgeWork: AccessRule = { roles: businessTeam, scope: 'engagements:write' };
