import type { IncomingMessage } from 'node:http';
import type { FastifyInstance } from 'fastify';
import { DomainError } from '#domain-error';
import type { Clock } from '../clock/index.js';
import { nameBytes } from './byte-body.js';
import type { IdempotencyStore } from './idempotency-store.js';
import type { ReadinessRegistry } from './readiness-registry.js';
import { RequestContext } from './request-context.js';
import { correlationIdOf, traceparentOf } from './request-ids.js';
import { requestSpan } from './request-span.js';
import { assertReadableTarget } from './request-target.js';
import { securityHeaders } from './security-headers.js';

declare module 'fastify' {
  interface FastifyRequest {
    /** Null only for what never gets as far as the hooks. */
    ajudant: RequestContext | null;
  }
}

/** What the hooks need of the application, which is made after them. */
export interface Wiring {
  idempotency: IdempotencyStore | null;
  readiness: ReadinessRegistry | null;
}

/**
 * What each request goes through before anything else: its context, and the headers of all answers. It is one hook, as each
 * costs as much as what it does.
 */
export function hookRequests(server: FastifyInstance, clock: Clock, wiring: Wiring): void {
  const [ofDocuments, ofData] = [securityHeaders('documents'), securityHeaders('data')];
  server.decorateRequest('ajudant', null);
  server.addHook('onRequest', (request, reply, done) => {
    const correlationId = correlationIdOf(request);
    const span = requestSpan(request);
    const traceparent = span?.traceparent ?? traceparentOf(request);
    const { idempotency } = wiring;
    const context = new RequestContext(request.id, correlationId, traceparent, clock, idempotency, request, reply);
    context.span = span;
    request.ajudant = context;
    reply.header('x-request-id', request.id);
    // The next request of the same client finds another process.
    if (wiring.readiness?.isDraining) reply.header('connection', 'close');
    reply.headers(context.route?.startsWith('/v1/') === true ? ofData : ofDocuments);
    if (context.config?.takesBytes === true) nameBytes(request);
    if (!isPath(request.raw.url ?? '') && !request.is404) {
      reply.callNotFound();
      return;
    }
    done(refusalOf(request.raw));
  });
  server.addHook('preValidation', (request, _reply, done) => {
    assertReadableTarget(request.raw.url ?? '', request.params);
    done();
  });
}

/** Or the URL of one. The router takes any other first character for a slash, as in `GET *v1/needs`. */
const isPath = (target: string): boolean => target.startsWith('/') || /^https?:\/\//i.test(target);

/** Why a request is refused whatever it asks for. */
function refusalOf({ headers, httpVersion }: IncomingMessage): DomainError | undefined {
  const { host, expect, 'content-encoding': encoding } = headers;
  // RFC 9112, 3.2: from HTTP/1.1 on, each says whom it is for.
  if (host === undefined && httpVersion !== '1.0') {
    return new DomainError('request.malformed', { header: 'host', detail: 'A request names its host.' });
  }
  if (expect !== undefined && httpVersion !== '1.0' && expect.toLowerCase() !== '100-continue') {
    return new DomainError('request.expectation-failed', { header: 'expect', detail: 'Only 100-continue is done.' });
  }
  if (encoding === undefined || encoding.toLowerCase() === 'identity') return undefined;
  return new DomainError('request.unsupported-media-type', {
    detail: 'Bodies are taken as they are, without a content encoding.',
  });
}
