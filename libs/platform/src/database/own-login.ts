import { createHmac } from 'node:crypto';
import { Client } from 'pg';
import type { Schema } from './database.js';
import { roleOf } from './roles.js';

/**
 * The URL by which a service logs in as its own role, made from that of whoever owns the schemas. The password follows from
 * the owner's, so every process of a service has the same one and nobody has to be told of it.
 */
export const ownLoginUrl = (ownerUrl: string, schema: Schema): string => {
  const url = new URL(ownerUrl);
  const role = roleOf(schema);
  const { password } = url;
  url.username = role;
  if (password !== '') url.password = passwordOf(role, decodeURIComponent(password));
  return url.toString();
};

const passwordOf = (role: string, ownersPassword: string): string =>
  createHmac('sha256', ownersPassword).update(`login of ${role}`).digest('base64url');

/** Whether a login gets in at all. */
export const mayLogIn = async (url: string): Promise<boolean> => {
  const client = new Client({ connectionString: url });
  client.on('error', () => undefined);
  try {
    await client.connect();
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
};

/**
 * What a login could do beyond what is granted to the service's role, by itself or by becoming somebody else: everything,
 * make roles, pass by row-level security, run programs and read files of the server, or what the schemas' owner may.
 */
const mightDoMore = `
  SELECT EXISTS (
    SELECT FROM pg_roles r
     WHERE pg_has_role(session_user, r.oid, 'MEMBER')
       AND (r.rolsuper OR r.rolbypassrls OR r.rolcreaterole OR r.rolreplication
            OR r.rolname IN ('pg_execute_server_program', 'pg_read_server_files', 'pg_write_server_files')
            OR r.oid IN (SELECT nspowner FROM pg_namespace WHERE nspname = $1))
  ) AS more`;

/** Whether the login of the URL could do more than a service has to. */
export const isPowerful = async (url: string, schema: Schema): Promise<boolean> => {
  const client = new Client({ connectionString: url });
  client.on('error', () => undefined);
  try {
    await client.connect();
    const { rows } = await client.query<{ more: boolean }>(mightDoMore, [schema]);
    return rows[0]?.more === true;
  } finally {
    await client.end().catch(() => undefined);
  }
};
