import { DomainError } from '#domain-error';
import type { FastifyRequest } from 'fastify';

/** RFC 6750: `Authorization: Bearer …`, for access tokens and API keys alike. */
export function bearerOf(request: FastifyRequest): string {
  const header = request.headers.authorization;
  if (header === undefined) throw new DomainError('auth.required');
  const match = /^Bearer +([A-Za-z0-9._~+/=-]{1,4096})$/i.exec(header);
  if (!match?.[1]) throw new DomainError('auth.invalid-token');
  return match[1];
}
