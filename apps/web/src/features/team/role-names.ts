import { useTextIfAny } from '../../texts/use-text';

/** Roles as a list of words in the reader's language. */
export function useRoleNames(): (roles: readonly string[]) => string {
  const ifAny = useTextIfAny();
  return (roles) => roles.map((role) => ifAny(`team.role-${role}`) ?? role).join(', ');
}
