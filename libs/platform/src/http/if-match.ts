import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { ApiHeader } from '@nestjs/swagger';
import { DomainError } from '#domain-error';
import type { FastifyRequest } from 'fastify';
import { parseTags, versionOf } from './entity-tags.js';
import { documented } from './parameter-documentation.js';

/**
 * The version that the client means to change; null for `*`, which is any that exists. Of a list the highest counts:
 * versions only grow, so whoever has seen that one can't mean an older. Weak tags never match (RFC 9110, 13.1.1).
 */
export function expectedVersion(header: string | undefined, required: boolean): number | null {
  if (header === undefined || header.trim() === '') {
    if (required) throw new DomainError('precondition.required');
    return null;
  }
  const tags = parseTags(header);
  if (tags === null) {
    const detail = 'If-Match takes the ETag of the resource as it was read, for example "3".';
    throw new DomainError('request.invalid', { header: 'If-Match', rule: 'entity-tag', detail });
  }
  if (tags === 'any') return null;
  const versions = tags.flatMap(({ weak, opaque }) => (weak ? [] : (versionOf(opaque) ?? [])));
  if (versions.length === 0) throw new DomainError('precondition.stale');
  return Math.max(...versions);
}

const ifMatchParameter = createParamDecorator((required: boolean, context: ExecutionContext) =>
  expectedVersion(context.switchToHttp().getRequest<FastifyRequest>().headers['if-match'], required),
);

export interface IfMatchOptions {
  /** Whether the header has to be there; true without. */
  readonly required?: boolean;
}

/**
 * `@IfMatch() expectedVersion: number | null` — 428 without the header; null for `*`. With `{ required: false }` no
 * header is the same as `*`: for a step that can be taken once, such as posting or accepting, where whoever names no
 * version means the present one.
 */
export const IfMatch = ({ required = true }: IfMatchOptions = {}): ParameterDecorator =>
  documented(ifMatchParameter(required), describeIfMatch(required));

export const describeIfMatch = (required: boolean): MethodDecorator =>
  ApiHeader({
    name: 'If-Match',
    required,
    description: `The ETag of the version to change, or * for whichever is current${required ? '' : ', as without'}.`,
    schema: { type: 'string', examples: ['"3"'] },
    example: '*',
  });
