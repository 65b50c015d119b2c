import type { Client } from 'pg';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Schema } from './database.js';

/** The role as which an app works: it owns nothing and has only what migrations grant. */
export const roleOf = (schema: Schema): string => `ajudant_${schema}`;

/**
 * Makes the app's role. Roles belong to the whole cluster, where another database's migration may be doing the same at
 * this moment.
 */
export const ensureRole = (owner: Client, schema: Schema): Promise<void> => {
  const role = roleOf(schema);
  return tolerant(async () => {
    const found = await owner.query('SELECT FROM pg_roles WHERE rolname = $1', [role]);
    if (found.rowCount === 0) await owner.query(`CREATE ROLE ${role} NOLOGIN ${nothingMore}`);
  });
};

/** Lets the app log in as its role by this URL. */
export const ensureOwnLogin = async (owner: Client, schema: Schema, url: string): Promise<void> => {
  const { password } = new URL(url);
  const secret = password === '' ? '' : ` PASSWORD ${owner.escapeLiteral(decodeURIComponent(password))}`;
  await tolerant(() => owner.query(`ALTER ROLE ${roleOf(schema)} LOGIN${secret}`));
};

/** Lets somebody else's login act as the app's role; makes the login where there is none. */
export const ensureGivenLogin = async (owner: Client, schema: Schema, url: string): Promise<void> => {
  const role = roleOf(schema);
  const { username, password } = new URL(url);
  const login = decodeURIComponent(username);
  const name = owner.escapeIdentifier(login);
  await tolerant(async () => {
    const found = await owner.query('SELECT FROM pg_roles WHERE rolname = $1', [login]);
    if (found.rowCount === 1) return;
    const secret = password === '' ? '' : `PASSWORD ${owner.escapeLiteral(decodeURIComponent(password))}`;
    await owner.query(`CREATE ROLE ${name} LOGIN ${nothingMore} ${secret}`);
  });
  await tolerant(async () => {
    const may = await owner.query(membership, [login, role]);
    if (may.rowCount === 0) await owner.query(`GRANT ${role} TO ${name}`);
  });
};

const nothingMore = 'NOINHERIT NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS';

// Superusers are members of everything. Until PostgreSQL 16 membership alone allowed SET ROLE.
const membership = `
  SELECT FROM pg_roles login
  WHERE login.rolname = $1 AND pg_has_role(login.oid, $2,
    CASE WHEN current_setting('server_version_num')::int >= 160000 THEN 'SET' ELSE 'MEMBER' END)`;

// duplicate_object and unique_violation: the other one was first. internal_error: "tuple concurrently updated".
const collisions = new Set(['42710', '23505', 'XX000']);

const tolerant = async (work: () => Promise<unknown>): Promise<void> => {
  for (let attempt = 1; ; attempt += 1) {
    try {
      await work();
      return;
    } catch (error) {
      const collided = error instanceof Error && 'code' in error && collisions.has(String(error.code));
      if (!collided || attempt === 5) throw error;
      await sleep(20 * attempt);
    }
  }
};
