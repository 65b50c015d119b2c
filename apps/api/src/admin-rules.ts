import { type AccessRule, administrators } from '#access';

/** What administrators of the marketplace may read, and what they may do. */
export const readAsAdministrator: AccessRule = { roles: administrators, scope: 'admin:read' };
export const actAsAdministrator: AccessRule = { roles: administrators, scope: 'admin:write' };
