import { LogController, type FastifyReply, type FastifyRequest } from 'fastify';
import type { Logger } from 'pino';
import { traceContextOf } from '../tracing/index.js';
import type { Metrics } from './metrics.js';
import { endRequestSpan } from './request-span.js';

/** Paths that are asked for every few seconds by machines. */
const quiet: ReadonlySet<string> = new Set(['/health/live', '/health/ready', '/metrics']);

/**
 * One line for each request, when its answer has gone out: what was asked of whom, never with which values. It is counted in
 * the figures as well, since a hook of its own would cost as much as both.
 */
export class RequestLog extends LogController {
  /** Of the application, which is made after its log. */
  metrics: Metrics | null = null;

  constructor(private readonly lines: Logger) {
    super();
  }

  override incomingRequest(): void {}

  override routeNotFound(): void {}

  override defaultErrorLog(): void {}

  override requestCompleted(error: Error | null | undefined, request: FastifyRequest, reply: FastifyReply): void {
    const context = request.ajudant;
    // Whoever finds out on the way that there is nothing has no route either.
    const route = request.is404 ? undefined : context?.route;
    const { elapsedTime } = reply;
    this.metrics?.observeRequest(request.method, route ?? 'unknown', reply.statusCode, elapsedTime / 1_000);
    endRequestSpan(context?.span ?? null, reply.statusCode);
    const line = {
      requestId: request.id,
      ...(context && context.correlationId !== request.id && { correlationId: context.correlationId }),
      ...(context?.span && { traceId: traceContextOf(context.span.traceparent)?.traceId }),
      method: request.method,
      // The path as it came may hold anything; a template never does.
      route: route ?? null,
      status: reply.statusCode,
      milliseconds: Math.round(elapsedTime * 10) / 10,
      ...(context?.actor && { organisationId: context.actor.organisationId, userId: context.actor.userId }),
      ...(error && { err: error }),
    };
    // "Not ready" is an answer to whoever looks, and while a service starts it comes often.
    const isProbe = route !== undefined && quiet.has(route) && (reply.statusCode < 500 || reply.statusCode === 503);
    if (isProbe) this.lines.debug(line, 'request answered');
    else if (reply.statusCode >= 500) this.lines.error(line, 'request failed');
    else this.lines.info(line, 'request answered');
  }
}
