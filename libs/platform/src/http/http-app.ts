import type { DynamicModule, Type } from '@nestjs/common';
import { ModuleRef, NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyInstance } from 'fastify';
import { CredentialResolver } from '../security/credential-resolver.js';
import { AllowedMethods } from './allowed-methods.js';
import { allowOrigins } from './cross-origin.js';
import { Clock } from '../clock/index.js';
import { OpenApiSource } from './documentation.controller.js';
import { newAdapter } from './fastify-adapter.js';
import { registerHealthAndMetrics } from './health-and-metrics.js';
import { HttpModule } from './http.module.js';
import type { HttpOptions } from './http-options.js';
import { purgeFromTimeToTime } from './idempotency-purge.js';
import { IdempotencyStore } from './idempotency-store.js';
import { createLogger } from './logger.js';
import { standardOutput } from './standard-output.js';
import { Metrics } from './metrics.js';
import { NestLog } from './nest-log.js';
import { openApiDocument } from './open-api.js';
import { servePage } from './page-files.js';
import { provided } from './provided.js';
import { limitRate } from './rate-limit.js';
import { ReadinessRegistry } from './readiness-registry.js';
import { hookRequests, type Wiring } from './request-hooks.js';
import { RequestLines } from './request-lines.js';
import { RequestLog } from './request-log.js';
import { assertAccessRules, type Route, statedRoutes } from './routes.js';
import { Routing } from './routing.js';

/**
 * The Nest application around a module, initialised and not yet listening: `serve` does that, and tests hand
 * `app.getHttpServer()` to their client. Fails if a route states no access rule.
 */
export async function createHttpApp(
  module: Type | DynamicModule,
  options: HttpOptions,
): Promise<NestFastifyApplication> {
  const clock = options.clock ?? new Clock();
  const log = {
    service: options.service,
    level: options.logLevel ?? 'silent',
    destination: options.logDestination ?? (await standardOutput()),
  };
  const logger = createLogger(log);
  const requests = new RequestLog(new RequestLines(log));
  const adapter = newAdapter(options, logger, requests);
  const server = adapter.getInstance() as unknown as FastifyInstance;
  const wiring: Wiring = { idempotency: null, readiness: null };
  hookRequests(server, clock, wiring);
  await allowOrigins(server, options.corsOrigins ?? []);
  if (options.rateLimit) limitRate(server, options.rateLimit);
  if (options.pageFolder !== undefined) servePage(server, options.pageFolder);
  const routing = new Routing();
  routing.follow(server);
  const app = await NestFactory.create<NestFastifyApplication>(
    HttpModule.around(module, clock, options.metricsToken ?? null),
    adapter,
    {
      bodyParser: false,
      logger: new NestLog(logger),
      abortOnError: false,
    },
  );
  try {
    await app.init();
    await server.ready();
    attach(app, routing, clock, wiring);
    requests.metrics = app.get(Metrics);
  } catch (error) {
    await app.close().catch(() => undefined);
    throw error;
  }
  return app;
}

/** What can only be known when all routes and providers are there. */
function attach(app: NestFastifyApplication, routing: Routing, clock: Clock, wiring: Wiring): void {
  const routes = statedRoutes(app);
  assertAccessRules(routes, routing.served);
  assertProviders(app, routes);
  routing.connect(app, routes);
  app.get(AllowedMethods).learn(routes);
  app.get(OpenApiSource).make = () => openApiDocument(app);
  registerHealthAndMetrics(app);
  wiring.readiness = app.get(ReadinessRegistry);
  wiring.idempotency = provided(app.get(ModuleRef), IdempotencyStore);
  if (wiring.idempotency) purgeFromTimeToTime(wiring.idempotency, clock, app.get(ReadinessRegistry).shutdown);
}

/** Fails at the start, and not at the first request, if routes need something that nobody provides. */
function assertProviders(app: NestFastifyApplication, routes: readonly Route[]): void {
  const modules = app.get(ModuleRef);
  const guarded = routes.find(({ access }) => access !== undefined && !access.public);
  if (guarded && provided(modules, CredentialResolver) === null) {
    throw new Error(`${guarded.method} ${guarded.path} is not public, and nothing provides a CredentialResolver`);
  }
  const repeatable = routes.find(({ idempotent }) => idempotent);
  if (repeatable && provided(modules, IdempotencyStore) === null) {
    throw new Error(`${repeatable.method} ${repeatable.path} is idempotent, and nothing provides an IdempotencyStore`);
  }
}
