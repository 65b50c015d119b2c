import { createServer, type Server } from 'node:http';
import { once } from 'node:events';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { ServiceConfig } from '../config/index.js';
import { hashSecret } from '../security/secrets.js';
import { listenFailure } from './listen-failure.js';
import { Metrics } from './metrics.js';
import { type Liveness, type Readiness, ReadinessRegistry } from './readiness-registry.js';

/** Where the machines around the service ask, and what Prometheus has to send there, if anything. */
export type OperationsPlace = Pick<ServiceConfig, 'httpHost' | 'metricsToken'> & { readonly operationsPort: number };

interface Answer {
  readonly status: number;
  readonly type: string;
  readonly body: string;
}

/**
 * Listens at a port of its own for `/metrics`, `/health/live` and `/health/ready`: whoever reaches the API has no figures then, and
 * whoever watches the service needs no way to the API, where its health is told as well, to those who share out requests. It takes no
 * bodies and few connections, and ends with the process.
 * @throws StartFailure if nobody can listen there
 */
export async function openOperationsPort(app: NestFastifyApplication, place: OperationsPlace): Promise<Server> {
  const answers = answersOf(app.get(ReadinessRegistry), app.get(Metrics));
  const expected = place.metricsToken === null ? null : hashSecret(`Bearer ${place.metricsToken}`);
  const server = createServer({ requestTimeout: 5_000, headersTimeout: 5_000 }, (request, response) => {
    request.resume();
    const path = request.url?.split('?', 1)[0] ?? '';
    const send = ({ status, type, body }: Answer): unknown =>
      response.writeHead(status, { 'content-type': type, 'cache-control': 'no-store' }).end(body);
    const answer = answers.get(path);
    if (answer === undefined) return send(json(404, { status: 'not-found' }));
    if (request.method !== 'GET' && request.method !== 'HEAD') return send(json(405, { status: 'method-not-allowed' }));
    if (path === '/metrics' && expected !== null && hashSecret(request.headers.authorization ?? '') !== expected) {
      return send(json(401, { status: 'token-required' }));
    }
    return void answer().then(send, () => send(json(503, { status: 'failed' })));
  });
  server.maxConnections = 100;
  server.listen(place.operationsPort, place.httpHost);
  const at = { host: place.httpHost, port: place.operationsPort, variable: 'AJUDANT_OPERATIONS_PORT' };
  await once(server, 'listening').catch((error: unknown) => {
    throw listenFailure(error, at);
  });
  return server.unref();
}

const answersOf = (readiness: ReadinessRegistry, metrics: Metrics): ReadonlyMap<string, () => Promise<Answer>> =>
  new Map([
    ['/health/live', async () => withStatus(readiness.alive())],
    ['/health/ready', async () => withStatus(await readiness.check())],
    ['/metrics', async () => ({ status: 200, type: metrics.contentType, body: await metrics.text() })],
  ]);

const withStatus = (found: Liveness | Readiness): Answer =>
  json(ReadinessRegistry.isGood(found.status) ? 200 : 503, found);

const json = (status: number, body: object): Answer => ({
  status,
  type: 'application/json; charset=utf-8',
  body: JSON.stringify(body),
});
