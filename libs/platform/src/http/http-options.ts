import type { Clock } from './clock.js';

/** How an app's HTTP side is set up; the defaults suit tests. */
export interface HttpOptions {
  /** Name of the service in logs and metrics. */
  readonly service: string;
  readonly clock?: Clock;
  readonly logLevel?: 'silent' | 'fatal' | 'error' | 'warn' | 'info' | 'debug' | 'trace';
  /** Bytes. */
  readonly bodyLimit?: number;
  /** Whether X-Forwarded-For tells the client's address; only behind a proxy that sets it. */
  readonly trustProxy?: boolean;
}
