import { setTimeout as sleep } from 'node:timers/promises';
import { Logger } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyInstance } from 'fastify';
import type { ServiceConfig } from '../config/index.js';
import { onEndSignal } from '../processes/index.js';
import { stopTracing } from '../tracing/index.js';
import { listenFailure } from './listen-failure.js';
import { openOperationsPort } from './operations-port.js';
import { ReadinessRegistry } from './readiness-registry.js';

/** Where to listen, for how long to serve when told to end, and until when the process has ended then, whatever hangs. */
export type ServeOptions = Pick<
  ServiceConfig,
  'httpHost' | 'httpPort' | 'operationsPort' | 'metricsToken' | 'drainSeconds' | 'shutdownSeconds'
>;

/** The part of the time for shutting down that requests in flight get; the rest is for closing the modules. */
const drainShare = 0.6;
const logger = new Logger('Shutdown');

/**
 * Listens until SIGTERM, SIGINT or SIGHUP, then ends in order: not ready, no new connections, requests in flight finished,
 * modules closed. The process exits with 0; with 1 if a module hung. A second signal ends it at once. SIGTERM comes from whatever
 * runs the service: for some seconds it is served on then, not ready, so that no request is lost that was already on its way.
 */
export async function serve(app: NestFastifyApplication, options: ServeOptions): Promise<void> {
  const { httpHost: host, httpPort: port, operationsPort } = options;
  await app.listen({ host, port }).catch((error: unknown) => {
    throw listenFailure(error, { host, port, variable: 'AJUDANT_HTTP_PORT' });
  });
  // After that: who is told here that it is ready sends requests there.
  if (operationsPort !== null) await openOperationsPort(app, { ...options, operationsPort });
  onEndSignal({
    inOrder: (signal) => {
      logger.log(`${signal}: shutting down`);
      app.get(ReadinessRegistry).beginDraining();
      const served = signal === 'SIGTERM' ? sleep(options.drainSeconds * 1_000) : Promise.resolve();
      void served.then(async () => process.exit((await shutDown(app, options.shutdownSeconds)) ? 0 : 1));
    },
    atOnce: () => process.exit(1),
  });
}

/** Ends the application within the time; false if its modules had to be left hanging. */
export async function shutDown(app: NestFastifyApplication, shutdownSeconds: number): Promise<boolean> {
  const deadline = Date.now() + shutdownSeconds * 1000;
  app.get(ReadinessRegistry).beginShutdown();
  await drain(app, shutdownSeconds * drainShare * 1000);
  const closed = app.close().then(
    () => true,
    (error: unknown) => {
      logger.error(error);
      return false;
    },
  );
  // A little is left for the exit itself.
  const isClosed = await Promise.race([closed, after(Math.max(deadline - Date.now() - 200, 0))]);
  await Promise.race([stopTracing(), after(Math.max(deadline - Date.now() - 200, 0))]);
  if (isClosed === 'late') logger.error('The modules did not close in time');
  return isClosed === true;
}

/** Waits for the requests in flight, and cuts off those that take too long. */
async function drain(app: NestFastifyApplication, graceMs: number): Promise<void> {
  const { server } = app.getHttpAdapter().getInstance() as unknown as FastifyInstance;
  if (!server.listening) return;
  const ended = new Promise<void>((resolve) => {
    server.close(() => resolve());
  });
  // A connection that is kept alive becomes idle when its answer has gone out.
  const sweep = setInterval(() => server.closeIdleConnections(), 100);
  await Promise.race([ended, after(graceMs)]);
  clearInterval(sweep);
  server.closeAllConnections();
}

const after = async (ms: number): Promise<'late'> =>
  new Promise((resolve) => {
    setTimeout(() => resolve('late'), ms).unref();
  });
