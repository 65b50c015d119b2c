import { LogController, type FastifyReply, type FastifyRequest } from 'fastify';
import { traceContextOf } from '../tracing/index.js';
import type { Metrics } from './metrics.js';
import type { RequestLines } from './request-lines.js';
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

  constructor(private readonly lines: RequestLines) {
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
    // "Not ready" is an answer to whoever looks, and while a service starts it comes often.
    const isProbe = route !== undefined && quiet.has(route) && (reply.statusCode < 500 || reply.statusCode === 503);
    const { correlationId, span, actor } = context ?? {};
    this.lines.write(isProbe ? 'debug' : reply.statusCode >= 500 ? 'error' : 'info', {
      requestId: request.id,
      correlationId: correlationId === request.id ? undefined : correlationId,
      traceId: span ? traceContextOf(span.traceparent)?.traceId : undefined,
      method: request.method,
      // The path as it came may hold anything; a template never does.
      route: route ?? null,
      status: reply.statusCode,
      milliseconds: Math.round(elapsedTime * 10) / 10,
      organisationId: actor?.organisationId,
      userId: actor?.userId,
      err: error ?? undefined,
    });
  }
}
