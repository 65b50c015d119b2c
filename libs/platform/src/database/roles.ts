import type { Client } from 'pg';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Schema } from './database.js';

/** The role as which an app works: it can't log in, owns nothing and has only what migrations grant. */
export const roleOf = (schema: Schema): string => `ajudant_${schema}`;

/**
 * Makes the app's role and lets the given logins act as it. Roles belong to the whole cluster, where another
 * database's migration may be doing the same at this moment.
 */
export const ensureRole = async (owner: Client, schema: Schema, logins: readonly string[]): Promise<void> => {
  const role = roleOf(schema);
  await tolerant(async () => {
    const found = await owner.query('SELECT FROM pg_roles WHERE rolname = $1', [role]);
    if (found.rowCount === 0) await owner.query(`CREATE ROLE ${role} NOLOGIN NOINHERIT`);
  });
  for (const login of logins) {
    await tolerant(async () => {
      const may = await owner.query(membership, [login, role]);
      if (may.rowCount === 0) await owner.query(`GRANT ${role} TO ${owner.escapeIdentifier(login)}`);
    });
  }
};

// Superusers are members of everything. Until PostgreSQL 16 membership alone allowed SET ROLE.
const membership = `
  SELECT FROM pg_roles login
  WHERE login.rolname = $1 AND pg_has_role(login.oid, $2,
    CASE WHEN current_setting('server_version_num')::int >= 160000 THEN 'SET' ELSE 'MEMBER' END)`;

// duplicate_object and unique_violation: the other one was first. internal_error: "tuple concurrently updated".
const collisions = new Set(['42710', '23505', 'XX000']);

const tolerant = async (work: () => Promise<void>): Promise<void> => {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await work();
    } catch (error) {
      const collided = error instanceof Error && 'code' in error && collisions.has(String(error.code));
      if (!collided || attempt === 5) throw error;
      await sleep(20 * attempt);
    }
  }
};
