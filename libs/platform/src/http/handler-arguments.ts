import type { ExecutionContext, PipeTransform, Type } from '@nestjs/common';
import {
  CUSTOM_ROUTE_ARGS_METADATA,
  RESPONSE_PASSTHROUGH_METADATA,
  ROUTE_ARGS_METADATA,
  RouteParamtypes,
} from '@nestjs/common/internal';
import { ExecutionContextHost } from '@nestjs/core/helpers/execution-context-host.js';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { inputReader, type Place } from './input-reader.js';

/** The arguments of a handler, in their order. Throws what the decorators of its parameters throw. */
export type ReadArguments = (request: FastifyRequest, reply: FastifyReply) => unknown[];

type Extract = (request: FastifyRequest, reply: FastifyReply, context: () => ExecutionContext) => unknown;

interface Argument {
  readonly index: number;
  readonly extract: Extract;
  /** In which order what was extracted is looked at: paths before queries before bodies. */
  readonly rank: number;
  readonly readers: readonly ((value: unknown) => unknown)[];
}

interface ParameterMetadata {
  readonly index: number;
  readonly data?: unknown;
  readonly pipes?: readonly unknown[];
  readonly factory?: (data: unknown, context: ExecutionContext) => unknown;
}

/** What the decorators of a handler's parameters say, as one function. Fails for a decorator that isn't known here. */
export function argumentReader(controller: Type, method: string): ReadArguments {
  const metadata = (Reflect.getMetadata(ROUTE_ARGS_METADATA, controller, method) ?? {}) as Record<
    string,
    ParameterMetadata
  >;
  const prototype = controller.prototype as Record<string, object>;
  const types = (Reflect.getMetadata('design:paramtypes', prototype, method) ?? []) as readonly unknown[];
  const handler = prototype[method] as Function;
  const place = `${controller.name}.${method}`;
  const extracted = Object.entries(metadata).map(([key, parameter]) => argumentOf(place, key, parameter, types));
  if (Reflect.getMetadata(RESPONSE_PASSTHROUGH_METADATA, controller, method) !== true && takesReply(metadata)) {
    throw new Error(`${place}: @Res() is taken with { passthrough: true } alone`);
  }
  const read = extracted.filter(({ readers }) => readers.length > 0).sort((one, other) => one.rank - other.rank);
  return (request, reply) => {
    let context: ExecutionContext | undefined;
    const contextOf = () => (context ??= new ExecutionContextHost([request, reply], controller, handler));
    const values: unknown[] = [];
    for (const { index, extract } of extracted) values[index] = extract(request, reply, contextOf);
    for (const { index, readers } of read) for (const reader of readers) values[index] = reader(values[index]);
    return values;
  };
}

const kindOf = (key: string): number => Number(key.split(':')[0]);

const takesReply = (metadata: Readonly<Record<string, unknown>>): boolean =>
  Object.keys(metadata).some((key) => kindOf(key) === RouteParamtypes.RESPONSE);

function argumentOf(
  place: string,
  key: string,
  { index, data, pipes = [], factory }: ParameterMetadata,
  types: readonly unknown[],
): Argument {
  const own = pipes.map(
    (pipe) => (value: unknown) => (pipe as PipeTransform<unknown, unknown>).transform(value, { type: 'custom' }),
  );
  if (key.includes(CUSTOM_ROUTE_ARGS_METADATA)) {
    if (!factory) throw new Error(`${place}: a parameter's decorator has no factory`);
    return { index, rank: 0, readers: own, extract: (_request, _reply, context) => factory(data, context()) };
  }
  const name = typeof data === 'string' ? data : undefined;
  const of = (at: Place, rank: number, whole: (request: FastifyRequest) => unknown): Argument => ({
    index,
    rank,
    readers: [inputReader(at, types[index], name), ...own],
    extract: (request) => (name === undefined ? whole(request) : memberOf(whole(request), name)),
  });
  switch (kindOf(key)) {
    case RouteParamtypes.PARAM:
      return of('param', 1, ({ params }) => params);
    case RouteParamtypes.QUERY:
      return of('query', 2, ({ query }) => query);
    case RouteParamtypes.BODY:
      return of('body', 3, ({ body }) => body);
    case RouteParamtypes.RESPONSE:
      return { index, rank: 0, readers: own, extract: (_request, reply) => reply };
    default:
      throw new Error(`${place}: the decorator of parameter ${index} is not known to the routes`);
  }
}

const memberOf = (whole: unknown, name: string): unknown =>
  (whole as Readonly<Record<string, unknown>> | null | undefined)?.[name];
