import { LogController, type FastifyReply, type FastifyRequest } from 'fastify';
import type { Logger } from 'pino';
import { traceContextOf } from '../tracing/index.js';

/** Paths that are asked for every few seconds by machines. */
const quiet: ReadonlySet<string> = new Set(['/health/live', '/health/ready', '/metrics']);

/** One line for each request, when its answer has gone out: what was asked of whom, never with which values. */
export class RequestLog extends LogController {
  constructor(private readonly lines: Logger) {
    super();
  }

  override incomingRequest(): void {}

  override routeNotFound(): void {}

  override defaultErrorLog(): void {}

  override requestCompleted(error: Error | null | undefined, request: FastifyRequest, reply: FastifyReply): void {
    const route = request.routeOptions.url;
    const context = request.ajudant;
    const line = {
      requestId: request.id,
      ...(context && context.correlationId !== request.id && { correlationId: context.correlationId }),
      ...(context?.span && { traceId: traceContextOf(context.span.traceparent)?.traceId }),
      method: request.method,
      // The path as it came may hold anything; a template never does.
      route: route ?? null,
      status: reply.statusCode,
      milliseconds: Math.round(reply.elapsedTime * 10) / 10,
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
