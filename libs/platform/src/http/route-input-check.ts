import { DomainError } from '#domain-error';
import type { FastifyRequest } from 'fastify';
import { notTaken } from '../validation/index.js';
import { pointerOf } from '../json/index.js';
import type { ProblemField } from './problem.js';
import type { RouteInput } from './route-input.js';

const unknown = (place: Partial<ProblemField>, detail = 'This is not taken here.'): ProblemField => ({
  ...place,
  code: 'unknown',
  detail,
});

/** As many are told of as of values that don't fit. */
const maxTold = 50;

/** Refuses what no parameter of the handler reads: query parameters, a body, or a body of another media type. */
export function assertTaken(input: RouteInput, request: FastifyRequest): void {
  assertKnownQuery(input, request.query as Readonly<Record<string, unknown>>);
  assertBody(input, request);
}

function assertKnownQuery({ queryNames }: RouteInput, query: Readonly<Record<string, unknown>>): void {
  if (queryNames === null) return;
  let errors: ProblemField[] | null = null;
  for (const parameter in query)
    if (!queryNames.has(parameter)) (errors ??= []).push(unknown({ parameter }, notTaken(parameter, queryNames)));
  if (errors !== null) throw new DomainError('request.invalid', { errors });
}

function assertBody({ bodyMediaTypes }: RouteInput, request: FastifyRequest): void {
  const body: unknown = request.body;
  if (body === undefined || body === null) return;
  if (bodyMediaTypes !== null) {
    if (bodyMediaTypes.includes(request.mediaType ?? '')) return;
    throw new DomainError('request.unsupported-media-type', { detail: `Send ${bodyMediaTypes.join(' or ')}.` });
  }
  const names = typeof body === 'object' && !Array.isArray(body) ? Object.keys(body).slice(0, maxTold) : null;
  const errors =
    names === null ? [unknown({ pointer: '' })] : names.map((name) => unknown({ pointer: pointerOf([name]) }));
  if (errors.length > 0) throw new DomainError('request.invalid', { errors });
}
