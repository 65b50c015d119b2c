import type { Type } from '@nestjs/common';
import {
  EXCEPTION_FILTERS_METADATA,
  GUARDS_METADATA,
  HEADERS_METADATA,
  HTTP_CODE_METADATA,
  INTERCEPTORS_METADATA,
  PIPES_METADATA,
  REDIRECT_METADATA,
  RENDER_METADATA,
  SSE_METADATA,
} from '@nestjs/common/internal';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Answer } from './answer.js';
import { sendAnswer } from './answering.js';
import { argumentReader } from './handler-arguments.js';

type Handler = (...values: unknown[]) => unknown;
/** Runs the handler of a route with what the request gives it, and sends what it answers. */
export type RunHandler = (request: FastifyRequest, reply: FastifyReply) => PromiseLike<void> | void;

/** What Nest would put around a handler, and nothing here does. */
const around = [
  GUARDS_METADATA,
  INTERCEPTORS_METADATA,
  PIPES_METADATA,
  EXCEPTION_FILTERS_METADATA,
  REDIRECT_METADATA,
  RENDER_METADATA,
];

/** Whether Nest itself answers the route: a stream of events. */
export const isStream = (controller: Type, method: string): boolean =>
  Reflect.hasMetadata(SSE_METADATA, handlerOf(controller, method));

/**
 * A route of a controller as one function, put together once from its decorators: Nest's own way from a request to a
 * handler and back looks all of them up each time, and takes several times as long. Fails for decorators that nothing
 * here would heed.
 */
export function handlerRunner(controller: Type, instance: object, method: string, isPost: boolean): RunHandler {
  const handler = handlerOf(controller, method);
  const unheeded = around.find((key) => Reflect.hasMetadata(key, handler) || Reflect.hasMetadata(key, controller));
  if (unheeded !== undefined) throw new Error(`${controller.name}.${method}: ${unheeded} is heeded at streams alone`);
  const read = argumentReader(controller, method);
  const status = (Reflect.getMetadata(HTTP_CODE_METADATA, handler) as number | undefined) ?? (isPost ? 201 : 200);
  const headers = (Reflect.getMetadata(HEADERS_METADATA, handler) ?? []) as readonly { name: string; value: string }[];
  const send = (request: FastifyRequest, reply: FastifyReply, result: unknown): void =>
    sendAnswer(request, reply, result instanceof Answer ? result : new Answer(result));
  return (request, reply) => {
    const values = read(request, reply);
    // A handler may set another status by itself.
    reply.code(status);
    for (const { name, value } of headers) reply.header(name, value);
    const result = handler.apply(instance, values);
    if (isThenable(result)) return result.then((awaited) => send(request, reply, awaited));
    return send(request, reply, result);
  };
}

const isThenable = (result: unknown): result is PromiseLike<unknown> =>
  typeof result === 'object' && result !== null && 'then' in result && typeof result.then === 'function';

const handlerOf = (controller: Type, method: string): Handler =>
  (controller.prototype as Record<string, Handler>)[method] as Handler;
