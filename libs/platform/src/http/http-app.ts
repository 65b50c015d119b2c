import type { IncomingMessage } from 'node:http';
import type { DynamicModule, Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { v7 as uuidv7 } from 'uuid';
import { Clock } from './clock.js';
import { provided } from './provided.js';
import { HttpModule } from './http.module.js';
import type { HttpOptions } from './http-options.js';
import { IdempotencyStore } from './idempotency-store.js';
import { correlationIdOf, requestIdOf, traceparentOf } from './request-ids.js';
import { RequestContext } from './request-context.js';

declare module 'fastify' {
  interface FastifyRequest {
    ajudant: RequestContext | null;
  }
}

/** The Nest application around a module, ready to listen. */
export async function createHttpApp(
  module: Type | DynamicModule,
  options: HttpOptions,
): Promise<NestFastifyApplication> {
  const clock = options.clock ?? new Clock();
  const adapter = new FastifyAdapter({
    bodyLimit: options.bodyLimit ?? 1_048_576,
    trustProxy: options.trustProxy ?? false,
    genReqId: (request: IncomingMessage) => requestIdOf(request.headers['x-request-id']) ?? uuidv7(),
  });
  let idempotency: IdempotencyStore | null = null;
  const server = adapter.getInstance();
  server.decorateRequest('ajudant', null);
  server.addHook('onRequest', (request, reply, done) => {
    reply.header('x-request-id', request.id);
    const context = new RequestContext(
      request.id,
      correlationIdOf(request),
      traceparentOf(request),
      clock,
      idempotency,
      request,
      reply,
    );
    request.ajudant = context;
    context.run(done);
  });
  // Reading a body leaves the asynchronous context of the request, so it is entered again.
  server.addHook('preValidation', (request, _reply, done) => {
    if (request.ajudant) request.ajudant.run(done);
    else done();
  });
  const app = await NestFactory.create<NestFastifyApplication>(HttpModule.around(module, clock), adapter, {
    bufferLogs: true,
    abortOnError: false,
    logger: options.logLevel === 'silent' ? false : ['error', 'warn', 'log'],
  });
  await app.init();
  await server.ready();
  idempotency = provided(app, IdempotencyStore);
  return app;
}
