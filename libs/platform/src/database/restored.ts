import type { Client } from 'pg';
import { StartFailure } from '../processes/index.js';
import type { Schema } from './database.js';
import { roleOf } from './roles.js';

/**
 * A dump of a database knows nothing of roles, which belong to the cluster: where they were missing when it was restored, the role
 * that is made now has no rights.
 * @throws StartFailure with what to do
 */
export const refuseWithoutRights = async (owner: Client, schema: Schema): Promise<void> => {
  const role = roleOf(schema);
  const { rows } = await owner.query(
    `SELECT has_schema_privilege($1, $2, 'USAGE') AND EXISTS (
       SELECT FROM pg_class WHERE relnamespace = $2::regnamespace AND relkind IN ('r', 'p') AND has_table_privilege($1, oid, 'SELECT')
     ) AS may`,
    [role, schema],
  );
  if (rows[0].may === true) return;
  throw new StartFailure(
    `the role ${role} has no rights on schema ${schema}: the database was restored without its roles. Restore the roles ` +
      `(pg_dumpall --roles-only) and then the database once more, as the README says under "Backups"`,
  );
};

/**
 * Rows that say by which transaction they were written (columns of type xid8), so that readers find what is new, may say so in the
 * numbers of another cluster after a dump was restored: all of them would be new for ever. They are as if written now.
 */
export const adoptRestoredRows = async (owner: Client, schema: Schema): Promise<void> => {
  const { rows } = await owner.query<{ table: string; column: string }>(
    `SELECT attrelid::regclass::text AS table, quote_ident(attname) AS column
       FROM pg_attribute JOIN pg_class ON pg_class.oid = attrelid
      WHERE relnamespace = $1::regnamespace AND relkind = 'r' AND atttypid = 'xid8'::regtype AND NOT attisdropped`,
    [schema],
  );
  for (const { table, column } of rows) {
    // Nothing in this cluster can have been written by a transaction that it has not come to.
    await owner.query(
      `UPDATE ${table} SET ${column} = pg_current_xact_id() WHERE ${column} >= pg_snapshot_xmax(pg_current_snapshot())`,
    );
  }
};
