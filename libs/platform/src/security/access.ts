import { SetMetadata } from '@nestjs/common';
import type { Actor } from './actor.js';

/** Who may call a route: everybody, or actors with one of the roles and, if it is an API key, with the scope. */
export type AccessRule<Role extends string = string, Scope extends string = string> =
  | { readonly public: true }
  | {
      readonly public?: false;
      /** One of them is enough. `'any'` for whatever every signed-in member may do. */
      readonly roles: readonly Role[] | 'any';
      /** What an API key needs on top of the roles; `null` keeps API keys out. */
      readonly scope: Scope | null;
      /** Whether it changes nothing that others see, and is open to who hasn't confirmed her address yet. */
      readonly unconfirmed?: true;
    };

export const accessMetadata = 'ajudant:access';

/** Every route states its rule, on the method or on its controller; the application doesn't start without. */
export const Access = (rule: AccessRule): MethodDecorator & ClassDecorator => SetMetadata(accessMetadata, rule);

/** Why the actor may not, or null if she may. */
export function refusalOf(actor: Actor, rule: Exclude<AccessRule, { public: true }>): 'role' | 'scope' | null {
  if (rule.roles !== 'any' && !rule.roles.some((role) => actor.roles.includes(role))) return 'role';
  if (actor.scopes === 'all') return null;
  return rule.scope !== null && actor.scopes.includes(rule.scope) ? null : 'scope';
}
