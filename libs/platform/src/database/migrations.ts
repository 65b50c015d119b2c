import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import type { DataSource, MigrationInterface } from 'typeorm';
import { StartFailure } from '../processes/index.js';
import { connectionFailure } from './connection-failure.js';
import { createDataSource, migrationsTable } from './data-source.js';
import type { Schema } from './database.js';
import { mayLogIn, ownLoginUrl } from './own-login.js';
import { adoptRestoredRows, refuseWithoutRights } from './restored.js';
import { ensureGivenLogin, ensureOwnLogin, ensureRole, roleOf } from './roles.js';
import { maySeeFunction } from './tenancy.js';

export interface MigrationSettings {
  readonly schema: Schema;
  /** Connection of the owner, who may create roles or finds them made. */
  readonly ownerUrl: string;
  /** Connection of the app, when it logs in as somebody else. */
  readonly appUrl?: string;
  readonly migrations: readonly (new () => MigrationInterface)[];
}

/** Any two migrating processes of one database take turns, whatever their schema. */
const lockKey = 727_338_226;
const lockWaitSeconds = 120;

/** Brings one schema up to date as its owner. Returns the names of the migrations that ran. */
export const runMigrations = async (settings: MigrationSettings): Promise<string[]> => {
  const { schema, ownerUrl } = settings;
  const owner = new Client({ connectionString: ownerUrl, application_name: `ajudant-${schema}-migrations` });
  owner.on('error', () => undefined);
  await owner.connect().catch((error: unknown) => {
    throw connectionFailure(ownerUrl, error);
  });
  try {
    const ran = (await hasRunAll(owner, settings))
      ? await prepareRoles(owner, settings)
      : await migrate(owner, settings);
    await refuseWithoutRights(owner, schema);
    await adoptRestoredRows(owner, schema);
    return ran;
  } finally {
    // The lock goes with the connection.
    await owner.end();
  }
};

/** What most starts find, without waiting for anybody's turn: exactly the migrations that are known have run. */
const hasRunAll = async (owner: Client, { schema, migrations }: MigrationSettings): Promise<boolean> => {
  if (!(await hasMigrations(owner, schema))) return false;
  const executed = await executedIn(owner, schema);
  const known = new Set(migrations.map(({ name }) => name));
  return executed.length === known.size && executed.every((name) => known.has(name));
};

const migrate = async (owner: Client, settings: MigrationSettings): Promise<string[]> => {
  const { schema, ownerUrl, migrations } = settings;
  await takeLock(owner);
  await prepareSchema(owner, settings);
  const dataSource = createDataSource({
    schema,
    url: ownerUrl,
    entities: [],
    migrations: [...migrations],
    poolSize: 1,
    as: 'owner',
  });
  await dataSource.initialize();
  try {
    await refuseNewerSchema(owner, dataSource, schema);
    return (await dataSource.runMigrations()).map(({ name }) => name);
  } finally {
    await dataSource.destroy();
  }
};

const takeLock = async (owner: Client): Promise<void> => {
  for (let waited = 0; waited < lockWaitSeconds * 10; waited += 1) {
    const { rows } = await owner.query('SELECT pg_try_advisory_lock($1) AS taken', [lockKey]);
    if (rows[0]?.taken === true) return;
    await sleep(100);
  }
  throw new StartFailure(`another process has been migrating this database for ${lockWaitSeconds} s`);
};

const prepareSchema = async (owner: Client, settings: MigrationSettings): Promise<void> => {
  const { schema } = settings;
  const { rows } = await owner.query('SELECT to_regprocedure($1) AS may_see', [`${schema}.may_see(uuid[])`]);
  await prepareRoles(owner, settings);
  if (rows[0].may_see !== null) return;
  await owner.query(`CREATE SCHEMA IF NOT EXISTS ${schema}`);
  await owner.query(`GRANT USAGE ON SCHEMA ${schema} TO ${roleOf(schema)}`);
  await owner.query(maySeeFunction(schema));
};

/** Roles belong to the cluster, and may be missing where the schema is there. Nothing of it is a migration. */
const prepareRoles = async (owner: Client, settings: MigrationSettings): Promise<string[]> => {
  await ensureRole(owner, settings.schema);
  await ensureLogin(owner, settings);
  return [];
};

/** The app logs in as its own role, unless it is given a login that isn't the owner's. */
const ensureLogin = async (
  owner: Client,
  { schema, ownerUrl, appUrl = ownerUrl }: MigrationSettings,
): Promise<void> => {
  if (new URL(appUrl).username !== new URL(ownerUrl).username) return ensureGivenLogin(owner, schema, appUrl);
  const url = ownLoginUrl(ownerUrl, schema);
  if (!(await mayLogIn(url))) await ensureOwnLogin(owner, schema, url);
};

// Migrations only go forward: an older release on a newer schema would write what the newer one no longer means.
const refuseNewerSchema = async (owner: Client, dataSource: DataSource, schema: Schema): Promise<void> => {
  const known = new Set(dataSource.migrations.map((migration) => migration.name ?? migration.constructor.name));
  if (!(await hasMigrations(owner, schema))) return;
  const unknown = (await executedIn(owner, schema)).filter((name) => !known.has(name));
  if (unknown.length === 0) return;
  throw new StartFailure(`schema ${schema} was migrated by a newer release, which knows ${unknown.join(', ')}`);
};

const hasMigrations = async (owner: Client, schema: Schema): Promise<boolean> => {
  const { rows } = await owner.query('SELECT to_regclass($1) IS NOT NULL AS found', [`${schema}.${migrationsTable}`]);
  return rows[0].found === true;
};

const executedIn = async (owner: Client, schema: Schema): Promise<string[]> => {
  const { rows } = await owner.query(`SELECT name FROM ${schema}.${migrationsTable} ORDER BY id`);
  return rows.map((row) => String(row.name));
};
