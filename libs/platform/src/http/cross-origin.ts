import cors from '@fastify/cors';
import type { FastifyInstance } from 'fastify';

/** How long a browser may rely on what it was told, in seconds. */
const preflightSeconds = 3_600;

/**
 * Lets web pages of some origins call the API. Whoever comes in shows a token that the page itself holds, so no cookies go along
 * and `credentials` stays off.
 */
export async function allowOrigins(server: FastifyInstance, origins: readonly string[]): Promise<void> {
  if (origins.length === 0) return;
  await server.register(cors, {
    origin: [...origins],
    methods: ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE'],
    allowedHeaders: [
      'authorization',
      'content-type',
      'idempotency-key',
      'if-match',
      'if-none-match',
      'prefer',
      'x-request-id',
    ],
    exposedHeaders: [
      'etag',
      'location',
      'link',
      'retry-after',
      'preference-applied',
      'idempotency-replayed',
      'x-request-id',
    ],
    maxAge: preflightSeconds,
  });
}
