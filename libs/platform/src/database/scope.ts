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
 * The statements that set the scope until the end of the transaction: such as need no plan and answer no rows. They hold their
 * values as literals because they share a round trip with BEGIN, and the simple protocol takes no parameters; hence the strict look at
 * the id.
 */
export const scopeStatements = (scope: Scope): readonly string[] => {
  const organisation = organisationOf(scope);
  if (organisation !== '' && !isUuid(organisation)) throw new Error('a scope needs the UUID of an organisation');
  return [`SET LOCAL ajudant.scope = '${scope.kind}'`, `SET LOCAL ajudant.organisation = '${organisation}'`];
};

const organisationOf = (scope: Scope): string => (scope.kind === 'organisation' ? scope.organisationId : '');
