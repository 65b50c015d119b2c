/** Whose rows a transaction may see; row-level security reads it from the settings `ajudant.scope` and `ajudant.organisation`. */
export type Scope =
  | { readonly kind: 'organisation'; readonly organisationId: string }
  | { readonly kind: 'marketplace' }
  | { readonly kind: 'public' };

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

export const isUuid = (value: string): boolean => uuid.test(value);

export const sameScope = (one: Scope, other: Scope): boolean =>
  one.kind === other.kind && organisationOf(one) === organisationOf(other);

/**
 * The statement that sets the scope until the end of the transaction. It holds its values as literals because it
 * shares a round trip with BEGIN, and the simple protocol takes no parameters; hence the strict look at the id.
 */
export const scopeStatement = (scope: Scope): string => {
  const organisation = organisationOf(scope);
  if (organisation !== '' && !isUuid(organisation)) throw new Error('a scope needs the UUID of an organisation');
  return `SELECT set_config('ajudant.scope', '${scope.kind}', true), set_config('ajudant.organisation', '${organisation}', true)`;
};

const organisationOf = (scope: Scope): string => (scope.kind === 'organisation' ? scope.organisationId : '');
