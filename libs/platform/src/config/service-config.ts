import { KafkaConfig } from './kafka-config.js';
import {
  ChoiceVariable,
  DatabaseUrlVariable,
  IntegerVariable,
  ListVariable,
  ProxiesVariable,
  SecretVariable,
  TextVariable,
  type TrustedProxies,
} from './variable.js';

export const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;

const aCollector = { takes: 'an http or https URL', matches: /^https?:\/\/\S+$/ } as const;

/**
 * What every service can be told by its environment; each has a class of its own on top, and `.env.example` explains all
 * variables. What is null by default a service names in `required`, or does without.
 */
export class ServiceConfig extends KafkaConfig {
  @TextVariable('AJUDANT_HTTP_HOST', { takes: 'a host name or an IP address', matches: /^[\w.:-]+$/ })
  httpHost = '127.0.0.1';

  /** 0 lets the system choose. `PORT` is what platforms say that choose a port themselves. */
  @IntegerVariable('AJUDANT_HTTP_PORT', { min: 0, max: 65_535, otherwise: 'PORT' })
  httpPort = 8080;

  /** A port for operations alone, on the same address: it has `/health` as that of the API has, which has no `/metrics` then. */
  @IntegerVariable('AJUDANT_OPERATIONS_PORT', { min: 1, max: 65_535 })
  operationsPort: number | null = null;

  /** Which proxies are believed when they say whom X-Forwarded-For is from; what a client writes there itself never is. */
  @ProxiesVariable('AJUDANT_TRUST_PROXY')
  trustProxy: TrustedProxies = false;

  /** Of one address, to all routes together; 0 lifts the limits. */
  @IntegerVariable('AJUDANT_REQUESTS_PER_MINUTE', { min: 0, max: 1_000_000 })
  requestsPerMinute = 60_000;

  /** Of one address, to `/v1/auth`. */
  @IntegerVariable('AJUDANT_AUTH_REQUESTS_PER_MINUTE', { min: 1, max: 1_000_000 })
  authRequestsPerMinute = 600;

  /** Web pages of these origins may call the API from a browser; others may not. */
  @ListVariable('AJUDANT_CORS_ORIGINS', {
    takes: 'origins such as https://app.example',
    matches: /^https?:\/\/[a-z0-9.-]+(:\d{1,5})?$/,
  })
  corsOrigins: string[] = [];

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

  @SecretVariable('AJUDANT_TOKEN_SECRET', { minLength: 32 })
  tokenSecret: string | null = null;

  /** Null leaves it to the program: `info` for a service, `warn` where several of them share a terminal. */
  @ChoiceVariable('AJUDANT_LOG_LEVEL', logLevels)
  logLevel: (typeof logLevels)[number] | null = null;

  /** Days after which events that every reader has read may be dropped; 0 keeps all. */
  @IntegerVariable('AJUDANT_JOURNAL_RETENTION_DAYS', { min: 0, max: 36_500 })
  journalRetentionDays = 0;

  /** Hours between verifications of the journal's seals; 0 for none. */
  @IntegerVariable('AJUDANT_JOURNAL_VERIFICATION_HOURS', { min: 0, max: 8_760 })
  journalVerificationHours = 24;

  get journalCare(): { readonly retentionDays: number; readonly verificationHours: number } {
    return { retentionDays: this.journalRetentionDays, verificationHours: this.journalVerificationHours };
  }

  /** How long it goes on serving, not ready, when it is told to end by SIGTERM: whoever shares out requests stops sending them. */
  @IntegerVariable('AJUDANT_DRAIN_SECONDS', { min: 0, max: 600 })
  drainSeconds = 5;

  /** What whoever reads `/metrics` sends as bearer token; without it there is no such page, but at a port for operations. */
  @SecretVariable('AJUDANT_METRICS_TOKEN', { minLength: 16 })
  metricsToken: string | null = null;

  /** How long requests and messages in flight may take after that. */
  @IntegerVariable('AJUDANT_SHUTDOWN_SECONDS', { min: 1, max: 600 })
  shutdownSeconds = 9;

  /** Where traces are sent to by OTLP over HTTP (`/v1/traces` is added); without it, and the next one, there are none. */
  @TextVariable('OTEL_EXPORTER_OTLP_ENDPOINT', aCollector)
  otlpEndpoint: string | null = null;

  /** The same for traces alone, as a whole URL. */
  @TextVariable('OTEL_EXPORTER_OTLP_TRACES_ENDPOINT', aCollector)
  otlpTracesEndpoint: string | null = null;

  @ChoiceVariable('OTEL_EXPORTER_OTLP_PROTOCOL', ['http/protobuf', 'http/json'])
  otlpProtocol: 'http/protobuf' | 'http/json' = 'http/protobuf';

  @ChoiceVariable('OTEL_TRACES_EXPORTER', ['otlp', 'none'])
  tracesExporter: 'otlp' | 'none' = 'otlp';

  @ChoiceVariable('OTEL_SDK_DISABLED', ['true', 'false'])
  otelDisabled: 'true' | 'false' = 'false';

  @ListVariable('AJUDANT_FAILPOINTS', { takes: 'names of failpoints', matches: /^[a-z]+(-[a-z]+)*$/ })
  failpoints: string[] = [];

  @TextVariable('AJUDANT_FAILPOINT_DIR', { takes: 'the path of a folder' })
  failpointDir: string | null = null;
}
