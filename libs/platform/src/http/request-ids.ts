import type { FastifyRequest } from 'fastify';

type Header = string | readonly string[] | undefined;

/** The client's own id of the request or correlation, if it may stand in logs and events as it is. */
export const requestIdOf = (header: Header): string | null =>
  typeof header === 'string' && /^[A-Za-z0-9._-]{1,64}$/.test(header) ? header : null;

/** What this request belongs to; on its own it is the start of something. */
export const correlationIdOf = (request: FastifyRequest): string =>
  requestIdOf(request.headers['x-correlation-id']) ?? request.id;

/** The W3C trace context (https://www.w3.org/TR/trace-context/), if it is well-formed. */
export function traceparentOf(request: FastifyRequest): string | null {
  const header = request.headers['traceparent'];
  const match =
    typeof header === 'string' ? /^([0-9a-f]{2})-([0-9a-f]{32})-([0-9a-f]{16})-[0-9a-f]{2}$/.exec(header) : null;
  if (!match || match[1] === 'ff' || /^0+$/.test(match[2] ?? '') || /^0+$/.test(match[3] ?? '')) return null;
  return match[0];
}
