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
  /** Whether X-Forwarded-For tells the client's address: only behind a proxy that sets it. */
  readonly trustProxy?: boolean;
  /** No limit without. */
  readonly rateLimit?: RateLimitOptions;
}

/** Requests of one address (IPv6: of one /64) in a minute. */
export interface RateLimitOptions {
  readonly perMinute: number;
  /** For `/v1/auth/…`, where passwords could be guessed. */
  readonly authPerMinute: number;
}

/** The options that a service's configuration asks for. */
export const httpOptionsOf = (
  service: string,
  config: Pick<ServiceConfig, 'logLevel' | 'trustProxy' | 'requestsPerMinute' | 'authRequestsPerMinute'>,
): HttpOptions => ({
  service,
  logLevel: config.logLevel,
  trustProxy: config.trustProxy === 'yes',
  ...(config.requestsPerMinute > 0 && {
    rateLimit: { perMinute: config.requestsPerMinute, authPerMinute: config.authRequestsPerMinute },
  }),
});
