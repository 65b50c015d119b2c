import { type AccessRule, businessTeam } from '#access';

export const changeNeeds: AccessRule = { roles: businessTeam, scope: 'needs:write' };
/** Open before an address is confirmed: nobody else sees anything of it. */
export const draftNeeds: AccessRule = { ...changeNeeds, unconfirmed: true };
