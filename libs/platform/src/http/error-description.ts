import { HttpException } from '@nestjs/common';
import { DomainError, type RefusalDetails } from '#domain-error';
import { databaseProblemCode } from './database-problems.js';
import { pointerOf } from '../json/index.js';
import { type Problem, type ProblemField, problemOf } from './problem.js';

export interface ErrorDescription {
  readonly problem: Problem;
  readonly headers: Readonly<Record<string, string>>;
}

const codeByStatus: Readonly<Record<number, string>> = {
  400: 'request.malformed',
  401: 'auth.required',
  403: 'auth.forbidden',
  404: 'route.not-found',
  405: 'route.method-not-allowed',
  408: 'request.timeout',
  409: 'conflict.retry',
  412: 'precondition.stale',
  413: 'request.too-large',
  414: 'request.target-too-long',
  415: 'request.unsupported-media-type',
  417: 'request.expectation-failed',
  422: 'request.invalid',
  428: 'precondition.required',
  429: 'request.too-many',
  431: 'request.headers-too-large',
  503: 'service.unavailable',
};

/** Any error as a problem, with the headers that go with it. Nothing of an unexpected error is told. */
export function describeError(error: unknown): ErrorDescription {
  if (error instanceof DomainError) return describeDomainError(error);
  const status = statusOf(error);
  if (status !== null && status < 500) return withHeaders(problemOf(codeByStatus[status] ?? 'request.malformed'), null);
  const code = databaseProblemCode(error) ?? (status === 503 ? 'service.unavailable' : 'internal.error');
  return withHeaders(problemOf(code), null);
}

function describeDomainError(error: DomainError): ErrorDescription {
  const { detail, retryAfterSeconds, allow } = error.details;
  const problem = problemOf(error.code, {
    ...(typeof detail === 'string' && { detail }),
    errors: fieldsOf(error),
  });
  const described = withHeaders(problem, typeof retryAfterSeconds === 'number' ? retryAfterSeconds : null);
  return typeof allow === 'string' ? { ...described, headers: { ...described.headers, allow } } : described;
}

/** The refused values that the error names: a list of them or of their places, or the one that stands `at` a place of the body, in a `parameter` or `header`. */
function fieldsOf(error: DomainError): readonly ProblemField[] {
  const { errors, places, ...details } = error.details;
  if (Array.isArray(errors)) return errors as readonly ProblemField[];
  if (places !== undefined) return places.flatMap((place) => fieldOf(error.code, { ...details, ...place }));
  return fieldOf(error.code, details);
}

function fieldOf(refusal: string, details: RefusalDetails): ProblemField[] {
  const { at, which, parameter, header, rule, detail } = details;
  const pointer = at && pointerOf(at);
  const place = Object.entries({ pointer, parameter, header }).find(([, value]) => typeof value === 'string');
  if (!place) return [];
  const said = typeof detail === 'string' ? detail : problemOf(refusal).detail;
  return [
    {
      [place[0]]: place[1],
      ...(which !== undefined && { which }),
      code: typeof rule === 'string' ? rule : refusal,
      detail: which === undefined ? said : `${which}: ${said}`,
    },
  ];
}

function withHeaders(problem: Problem, retryAfterSeconds: number | null): ErrorDescription {
  const headers: Record<string, string> = {};
  if (problem.status === 401) headers['www-authenticate'] = challengeOf(problem.code);
  const seconds = retryAfterSeconds ?? (problem.status === 429 || problem.status === 503 ? 1 : null);
  if (seconds !== null) headers['retry-after'] = String(Math.max(1, Math.ceil(seconds)));
  return { problem, headers };
}

/** RFC 6750, section 3: no error code when there was no credential at all. */
const challengeOf = (code: string): string =>
  code === 'auth.required' ? 'Bearer realm="ajudant"' : 'Bearer realm="ajudant", error="invalid_token"';

/** Nest, Fastify and its plugins each say it in their way. */
function statusOf(error: unknown): number | null {
  if (error instanceof HttpException) return error.getStatus();
  if (typeof error !== 'object' || error === null) return null;
  const status = 'statusCode' in error ? error.statusCode : null;
  return typeof status === 'number' && status >= 400 && status < 600 ? status : null;
}
