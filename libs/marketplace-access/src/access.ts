import { Access as stateAccess, type AccessRule as SomeAccessRule } from '#platform/security';
import type { Role } from './roles.js';
import type { ApiScope } from './scopes.js';

/** Who may call a route, in the marketplace's roles and scopes. */
export type AccessRule = SomeAccessRule<Role, ApiScope>;

/** Every route states its rule, on the method or on its controller; the application doesn't start without. */
export const Access: (rule: AccessRule) => MethodDecorator & ClassDecorator = stateAccess;
