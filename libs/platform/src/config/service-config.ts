import {
  ChoiceVariable,
  DatabaseUrlVariable,
  IntegerVariable,
  ListVariable,
  SecretVariable,
  TextVariable,
} from './variable.js';

export const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;

/**
 * Everything that a service can be told by its environment; `.env.example` explains each variable. What is null by
 * default the all-in-one makes itself, and the other services name in `required`.
 */
export class ServiceConfig {
  @TextVariable('AJUDANT_HTTP_HOST', { takes: 'a host name or an IP address', matches: /^[\w.:-]+$/ })
  httpHost = '127.0.0.1';

  /** 0 lets the system choose. */
  @IntegerVariable('AJUDANT_HTTP_PORT', { min: 0, max: 65_535 })
  httpPort = 8080;

  /** Whether X-Forwarded-For tells the client's address. */
  @ChoiceVariable('AJUDANT_TRUST_PROXY', ['no', 'yes'])
  trustProxy: 'no' | 'yes' = 'no';

  /** Of one address, to all routes together; 0 lifts the limits. */
  @IntegerVariable('AJUDANT_REQUESTS_PER_MINUTE', { min: 0, max: 1_000_000 })
  requestsPerMinute = 60_000;

  /** Of one address, to `/v1/auth`. */
  @IntegerVariable('AJUDANT_AUTH_REQUESTS_PER_MINUTE', { min: 1, max: 1_000_000 })
  authRequestsPerMinute = 600;

  @DatabaseUrlVariable('DATABASE_URL')
  databaseUrl: string | null = null;

  /** Connection of the owner, where the services log in as somebody else. */
  @DatabaseUrlVariable('MIGRATIONS_DATABASE_URL')
  migrationsDatabaseUrl: string | null = null;

  /** Connections at most, of each service. */
  @IntegerVariable('AJUDANT_DATABASE_POOL_SIZE', { min: 1, max: 100 })
  databasePoolSize = 10;

  @TextVariable('AJUDANT_DATA_DIR', { takes: 'the path of a folder' })
  dataDir = '.ajudant';

  /** Where the matcher keeps the supply for a quick start. */
  @TextVariable('AJUDANT_SNAPSHOT_DIR', { takes: 'the path of a folder' })
  snapshotDir: string | null = null;

  /** Whether the matcher compares English sentences by their meaning too. */
  @ChoiceVariable('AJUDANT_ENGLISH_ENCODER', ['off', 'on'])
  englishEncoder: 'off' | 'on' = 'off';

  @ListVariable('KAFKA_BROKERS', { takes: 'host:port', matches: /^[\w.-]+:\d{1,5}$/ })
  kafkaBrokers: string[] = [];

  @IntegerVariable('AJUDANT_KAFKA_PARTITIONS', { min: 1, max: 200 })
  kafkaPartitions = 6;

  @SecretVariable('AJUDANT_TOKEN_SECRET', { minLength: 32 })
  tokenSecret: string | null = null;

  /** Who administers the marketplace at first; looked at only while there is nobody. */
  @TextVariable('AJUDANT_ADMIN_EMAIL', { takes: 'an e-mail address', matches: /^[^\s@]+@[^\s@]+$/ })
  administratorEmail: string | null = null;

  @SecretVariable('AJUDANT_ADMIN_PASSWORD', { minLength: 12 })
  administratorPassword: string | null = null;

  @ChoiceVariable('AJUDANT_LOG_LEVEL', logLevels)
  logLevel: (typeof logLevels)[number] = 'info';

  /** How long a booking is held before it expires. */
  @IntegerVariable('AJUDANT_HOLD_MINUTES', { min: 1, max: 1_440 })
  holdMinutes = 15;

  /** How long a safety clearance is valid at most. */
  @IntegerVariable('AJUDANT_CLEARANCE_MONTHS', { min: 1, max: 60 })
  clearanceMonths = 12;

  /** The marketplace's commission on new agreements, in basis points. */
  @IntegerVariable('AJUDANT_COMMISSION_BPS', { min: 0, max: 10_000 })
  commissionBps = 1_000;

  /** How long requests and messages in flight may take when the service is told to end. */
  @IntegerVariable('AJUDANT_SHUTDOWN_SECONDS', { min: 1, max: 600 })
  shutdownSeconds = 9;

  @ListVariable('AJUDANT_FAILPOINTS', { takes: 'names of failpoints', matches: /^[a-z]+(-[a-z]+)*$/ })
  failpoints: string[] = [];

  @TextVariable('AJUDANT_FAILPOINT_DIR', { takes: 'the path of a folder' })
  failpointDir: string | null = null;
}
