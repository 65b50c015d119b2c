import type { FastifyRequest } from 'fastify';
import { type Span, tracing } from '../tracing/index.js';
import { traceparentOf } from './request-ids.js';

/** Asked every few seconds by machines. */
const untraced = /^\/(?:health|metrics)(?:\/|$)/;

/** A request as part of its client's trace, or as the beginning of one; null where nothing is traced. Its path is told as the route's template. */
export function requestSpan(request: FastifyRequest): Span | null {
  const active = tracing();
  if (active === null) return null;
  const route = request.routeOptions.url;
  if (route !== undefined && untraced.test(route)) return null;
  const { method } = request;
  return active.start({
    name: route === undefined ? method : `${method} ${route}`,
    kind: 'server',
    parent: traceparentOf(request),
    attributes: {
      'http.request.method': method,
      'url.scheme': request.protocol,
      ...(route !== undefined && { 'http.route': route }),
      'ajudant.request_id': request.id,
    },
  });
}

/** A 4xx is the client's, and no failure of ours. */
export function endRequestSpan(span: Span | null, status: number): void {
  span?.end({ 'http.response.status_code': status }, status >= 500 ? String(status) : undefined);
}
