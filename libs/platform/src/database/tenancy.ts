import type { Schema } from './database.js';
import { roleOf } from './roles.js';

export type Privilege = 'SELECT' | 'INSERT' | 'UPDATE' | 'DELETE';

const allPrivileges: readonly Privilege[] = ['SELECT', 'INSERT', 'UPDATE', 'DELETE'];

const seesAll = `current_setting('ajudant.scope', true) = 'marketplace'`;
const organisationOfScope = `nullif(current_setting('ajudant.organisation', true), '')::uuid`;

/**
 * `<schema>.may_see(organisation, …)`: whether the transaction's scope is one of the organisations, or the
 * marketplace. Without a scope nothing is seen.
 */
export const maySeeFunction = (schema: Schema): string => `
  CREATE OR REPLACE FUNCTION ${schema}.may_see(VARIADIC organisations uuid[]) RETURNS boolean
  LANGUAGE sql STABLE PARALLEL SAFE AS $$
    SELECT ${seesAll}
        OR ${organisationOfScope} = ANY (organisations)
  $$`;

/**
 * For a migration: makes a table a tenant's own. Rows are seen and written only in the scope of one of their
 * organisations: the names of uuid columns, or an SQL expression of type uuid[]. Privileges never include TRUNCATE,
 * which row-level security doesn't hold back.
 */
export const tenantTable = (
  schema: Schema,
  table: string,
  organisations: readonly string[] | string,
  privileges: readonly Privilege[] = allPrivileges,
): string[] => {
  const listed = typeof organisations === 'string' ? `VARIADIC ${organisations}` : organisations.join(', ');
  return [
    `ALTER TABLE ${schema}.${table} ENABLE ROW LEVEL SECURITY`,
    forcedSecurity(schema, table),
    `CREATE POLICY ${table}_tenant ON ${schema}.${table} USING (${schema}.may_see(${listed}))`,
    ...sharedTable(schema, table, privileges),
  ];
};

/**
 * For a migration: the policy of a tenant's table of which one statement reads thousands of rows. It says the same, but asks for the
 * scope once a statement and not once a row, and the planner takes no more than half of the rows to be hidden. Of a policy that calls
 * `may_see` it takes one in a hundred to be seen, and sorts all that there is for the first few. Every query of such a table has to
 * name by itself whose rows it wants.
 */
export const scopeAskedOnce = (schema: Schema, table: string, organisations: readonly string[]): string =>
  `ALTER POLICY ${table}_tenant ON ${schema}.${table}
     USING ((SELECT ${seesAll}) OR (SELECT ${organisationOfScope}) = ANY (ARRAY[${organisations.join(', ')}]))`;

/**
 * For a migration: row-level security of the table, or of all that have it, holds for their owner as well. What everybody
 * may read, the owner reads for them (`publicView`), unless it is a superuser, whom nothing holds back.
 */
export const forcedSecurity = (schema: Schema, table?: string): string => `
  DO $$
  DECLARE found record;
  BEGIN
    FOR found IN
      SELECT relname AS name FROM pg_class
       WHERE relnamespace = '${schema}'::regnamespace AND relrowsecurity AND NOT relforcerowsecurity
         ${table === undefined ? '' : `AND relname = '${table}'`}
    LOOP
      EXECUTE format('ALTER TABLE ${schema}.%I FORCE ROW LEVEL SECURITY', found.name);
      IF NOT (SELECT rolsuper FROM pg_roles WHERE rolname = current_user) THEN
        EXECUTE format('CREATE POLICY %I ON ${schema}.%I FOR SELECT TO %I USING (true)',
                       found.name || '_owner', found.name, current_user);
      END IF;
    END LOOP;
  END $$`;

/** For a migration: a table that belongs to no tenant, such as the catalogue or a queue of the machinery. */
export const sharedTable = (
  schema: Schema,
  table: string,
  privileges: readonly Privilege[] = allPrivileges,
): string[] => [`GRANT ${privileges.join(', ')} ON ${schema}.${table} TO ${roleOf(schema)}`];

/**
 * For a migration: what everybody may read of tenants' tables, as a view. It reads as the tables' owner, past
 * row-level security, so the query names exactly the rows and columns that are public.
 */
export const publicView = (schema: Schema, view: string, query: string): string[] => [
  `CREATE VIEW ${schema}.${view} AS ${query}`,
  ...sharedTable(schema, view, ['SELECT']),
];
