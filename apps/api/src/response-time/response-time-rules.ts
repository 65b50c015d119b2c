import { type AccessRule, businessReaders, businessTeam } from '#access';

/** What single customers asked and when is for the business alone. */
export const tellEnquiries: AccessRule = { roles: businessTeam, scope: 'enquiries:write' };
export const readEnquiries: AccessRule = { roles: businessReaders, scope: 'enquiries:read' };
