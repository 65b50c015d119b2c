import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { DomainError } from '#domain-error';
import type { FastifyRequest } from 'fastify';
import { pointerOf } from './json-body.js';
import type { ProblemField } from './problem.js';
import { type RouteInput, routeInputOf } from './route-input.js';

const unknown = (place: Partial<ProblemField>): ProblemField => ({
  ...place,
  code: 'unknown',
  detail: 'This is not taken here.',
});

/** Refuses what no parameter of the handler reads: query parameters, a body, or a body of another media type. */
@Injectable()
export class RouteInputGuard implements CanActivate {
  private readonly inputs = new WeakMap<object, RouteInput>();

  canActivate(execution: ExecutionContext): boolean {
    const handler = execution.getHandler();
    let input = this.inputs.get(handler);
    if (!input) {
      input = routeInputOf(execution.getClass(), handlerName(execution));
      this.inputs.set(handler, input);
    }
    const request = execution.switchToHttp().getRequest<FastifyRequest>();
    assertKnownQuery(input, request.query as Readonly<Record<string, unknown>>);
    assertBody(input, request);
    return true;
  }
}

/** The decorators of parameters are filed under the name of the property, which may differ from the function's. */
function handlerName(execution: ExecutionContext): string {
  const prototype = execution.getClass().prototype as Record<string, unknown>;
  const handler: unknown = execution.getHandler();
  for (let level: object | null = prototype; level !== null; level = Object.getPrototypeOf(level) as object | null) {
    const name = Object.getOwnPropertyNames(level).find((key) => prototype[key] === handler);
    if (name !== undefined) return name;
  }
  return execution.getHandler().name;
}

function assertKnownQuery({ queryNames }: RouteInput, query: Readonly<Record<string, unknown>>): void {
  if (queryNames === null) return;
  const errors = Object.keys(query)
    .filter((name) => !queryNames.has(name))
    .map((parameter) => unknown({ parameter }));
  if (errors.length > 0) throw new DomainError('request.invalid', { errors });
}

function assertBody({ bodyMediaTypes }: RouteInput, request: FastifyRequest): void {
  const body: unknown = request.body;
  if (body === undefined || body === null) return;
  if (bodyMediaTypes !== null) {
    if (bodyMediaTypes.includes(request.mediaType ?? '')) return;
    throw new DomainError('request.unsupported-media-type', { detail: `Send ${bodyMediaTypes.join(' or ')}.` });
  }
  const names = typeof body === 'object' && !Array.isArray(body) ? Object.keys(body) : null;
  const errors =
    names === null ? [unknown({ pointer: '' })] : names.map((name) => unknown({ pointer: pointerOf([name]) }));
  if (errors.length > 0) throw new DomainError('request.invalid', { errors });
}
