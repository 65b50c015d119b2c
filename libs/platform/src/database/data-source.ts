import pg from 'pg';
import { DataSource, type DataSourceOptions, DefaultNamingStrategy } from 'typeorm';
import type { Schema } from './database.js';
import { roleOf } from './roles.js';
import { valueParsers } from './value-parsers.js';

type PostgresOptions = Extract<DataSourceOptions, { type: 'postgres' }>;

export interface DataSourceSettings {
  readonly schema: Schema;
  /** `postgres://user:password@host:port/database`; its query may hold further options of libpq. */
  readonly url: string;
  readonly entities: PostgresOptions['entities'];
  /** Connections at most. */
  readonly poolSize: number;
  /** `app` may only do what was granted to the app's role; `owner` is for migrations. */
  readonly as: 'app' | 'owner';
  readonly migrations?: PostgresOptions['migrations'];
  /** How long the database may be silent on a statement of the app before its connection is given up; 16 s without. */
  readonly silenceMs?: number;
}

/** Where the executed migrations of a schema are listed. */
export const migrationsTable = 'migrations';

/**
 * A database that doesn't answer is given up from here, as it can't end its statements itself: a connection that isn't had within 7 s,
 * and one on which a statement is silent for a second longer than statements may take. So a request is answered within 25 s.
 */
const connectMs = 7_000;
const longestSilenceMs = 16_000;

// Nothing that a request waits for takes this long; a transaction that idles holds locks against all others.
const appLimits = {
  statement_timeout: '15s',
  lock_timeout: '10s',
  idle_in_transaction_session_timeout: '20s',
  // What is written is written in a transaction that says so: see Database.
  default_transaction_read_only: 'on',
};

/** A column is called as its member, `hold_expires_at` for `holdExpiresAt`. */
class SnakeCaseColumns extends DefaultNamingStrategy {
  override columnName(member: string, given: string | undefined, prefixes: string[]): string {
    return super.columnName(
      member,
      given ?? member.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`),
      prefixes,
    );
  }
}

/** One app's pool. What it can see and do is fixed when a connection starts, before any statement of ours. */
export const createDataSource = (settings: DataSourceSettings): DataSource => {
  const { schema, poolSize } = settings;
  const session = {
    search_path: `${schema},public`,
    timezone: 'UTC',
    jit: 'off',
    default_transaction_isolation: String.raw`read\ committed`,
    // The owner of forced row-level security sees nothing without a scope either, and migrations concern everybody's rows.
    ...(settings.as === 'app' ? { role: roleOf(schema), ...appLimits } : { 'ajudant.scope': 'marketplace' }),
  };
  return new DataSource({
    type: 'postgres',
    // Given, since it would look for one by its name, where no bundle of ours sees that.
    driver: pg,
    schema,
    url: withSession(settings.url, session),
    entities: settings.entities,
    migrations: settings.migrations ?? [],
    migrationsTableName: migrationsTable,
    migrationsTransactionMode: 'each',
    namingStrategy: new SnakeCaseColumns(),
    synchronize: false,
    installExtensions: false,
    logging: false,
    poolSize,
    applicationName: `ajudant-${schema}`,
    connectTimeoutMS: settings.as === 'app' ? connectMs : 15_000,
    // An idle connection that is lost is replaced when one is needed; whoever was using one gets the error itself.
    poolErrorHandler: () => undefined,
    // With `pipeline` a statement doesn't wait for the answer to the one before it.
    // A connection costs the server a process to start; what polls now and then would have new ones made all the time.
    extra: {
      types: valueParsers,
      keepAlive: true,
      idleTimeoutMillis: 120_000,
      // On time-out it ends the connection, with all that waits on it.
      ...(settings.as === 'app' && { pipeline: true, query_timeout: settings.silenceMs ?? longestSilenceMs }),
    },
  });
};

// In the URL, because options there win over those beside it: a URL with options of its own must not undo the role.
const withSession = (url: string, session: Readonly<Record<string, string>>): string => {
  const target = new URL(url);
  const given = target.searchParams.get('options') ?? '';
  const ours = Object.entries(session).map(([name, value]) => `-c ${name}=${value}`);
  target.searchParams.set('options', [given, ...ours].join(' ').trim());
  return target.toString();
};
