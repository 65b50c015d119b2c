import { type AccessRule, administrators } from '#access';

export const readCatalogue: AccessRule = { roles: administrators, scope: 'catalogue:read' };
export const changeCatalogue: AccessRule = { roles: administrators, scope: 'catalogue:write' };
