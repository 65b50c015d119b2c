import { randomFillSync } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import { v7 as uuidv7 } from 'uuid';
import { traceContextOf } from '../tracing/index.js';

type Header = string | readonly string[] | undefined;

const randomBytesOfId = 16;
/** Asking the system for random bytes takes longer than all else about an id, so it is asked for those of a thousand. */
const random = new Uint8Array(1_000 * randomBytesOfId);
let taken = random.length;

/** An id for a request that brings none along (UUIDv7). */
export function newRequestId(): string {
  if (taken === random.length) {
    randomFillSync(random);
    taken = 0;
  }
  taken += randomBytesOfId;
  return uuidv7({ random: random.subarray(taken - randomBytesOfId, taken) });
}

/** The client's own id of the request or correlation, if it may stand in logs and events as it is. */
export const requestIdOf = (header: Header): string | null =>
  typeof header === 'string' && /^[A-Za-z0-9._-]{1,64}$/.test(header) ? header : null;

/** What this request belongs to; on its own it is the start of something. */
export const correlationIdOf = (request: FastifyRequest): string =>
  requestIdOf(request.headers['x-correlation-id']) ?? request.id;

/** The W3C trace context (https://www.w3.org/TR/trace-context/), if it is well-formed. */
export function traceparentOf(request: FastifyRequest): string | null {
  const header = request.headers['traceparent'];
  return typeof header === 'string' && traceContextOf(header) !== null ? header : null;
}
