import type { DestinationStream } from 'pino';
import type { ServiceConfig } from '../config/index.js';
import type { Clock } from '../clock/index.js';
import type { LogLevel } from './logger.js';

/** How an app's HTTP side is set up; what is left out suits tests. */
export interface HttpOptions {
  /** Name of the service in logs. */
  readonly service: string;
  readonly clock?: Clock;
  /** `silent` without. */
  readonly logLevel?: LogLevel;
  /** Where the log goes; standard output without. */
  readonly logDestination?: DestinationStream;
  /** Bytes; 1 MiB without. */
  readonly bodyLimit?: number;
  /** How many proxies stand before the service, or the networks that they are in; of X-Forwarded-For what they wrote is believed. */
  readonly trustProxy?: false | number | string[];
  /** Web pages of these origins may call; none without. */
  readonly corsOrigins?: readonly string[];
  /** What whoever reads `/metrics` sends as bearer token; nobody may without. */
  readonly metricsToken?: string;
  /** No limit without. */
  readonly rateLimit?: RateLimitOptions;
  /** The folder of a page that is served beside the API; none without. */
  readonly pageFolder?: string;
}

/** Header of calls that the service makes to itself. */
export const ownCallHeader = 'x-ajudant-own-call';

/** Requests of one address (IPv6: of one /64) in a minute. */
export interface RateLimitOptions {
  readonly perMinute: number;
  /** For `/v1/auth/…`, where passwords could be guessed, and all else that hashes one or sends mail. */
  readonly authPerMinute: number;
  /** What the service's own calls have in their header `ownCallHeader`: they aren't counted. */
  readonly ownCalls?: string;
}

/**
 * The options that a service's configuration asks for.
 * @param ownCalls what tells the service's own calls from others'
 */
export const httpOptionsOf = (
  service: string,
  config: Pick<
    ServiceConfig,
    | 'corsOrigins'
    | 'logLevel'
    | 'metricsToken'
    | 'operationsPort'
    | 'trustProxy'
    | 'requestsPerMinute'
    | 'authRequestsPerMinute'
  >,
  ownCalls?: string,
): HttpOptions => ({
  service,
  logLevel: config.logLevel ?? 'info',
  trustProxy: config.trustProxy,
  corsOrigins: config.corsOrigins,
  // Where there is a port for that, it is the only one.
  ...(config.metricsToken !== null && config.operationsPort === null && { metricsToken: config.metricsToken }),
  ...(config.requestsPerMinute > 0 && {
    rateLimit: {
      perMinute: config.requestsPerMinute,
      authPerMinute: config.authRequestsPerMinute,
      ...(ownCalls !== undefined && { ownCalls }),
    },
  }),
});
