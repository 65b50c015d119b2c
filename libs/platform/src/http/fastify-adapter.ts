import type { IncomingMessage } from 'node:http';
import type { FastifyAdapter } from '@nestjs/platform-fastify';
import { DomainError } from '#domain-error';
import type { FastifyBaseLogger, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Logger } from 'pino';
import { takeBytes } from './byte-body.js';
import { takeConnectionsByTurns } from './connections.js';
import { describeError } from './error-description.js';
import { HooklessAdapter } from './hookless-adapter.js';
import type { HttpOptions } from './http-options.js';
import { decodeUtf8, parseJsonBody } from '../json/index.js';
import { limitPipelining } from './pipelining.js';
import { problemMediaType } from './problem.js';
import { newRequestId, requestIdOf } from './request-ids.js';
import { RequestLog } from './request-log.js';
import { ReceivedFile } from './sent-file.js';
import { workbookMediaType } from './text-body.js';
import { answerInPlaceOfNode, answerUnreadable } from './unreadable.js';

/** A client that sends its request this slowly is cut off. */
const requestTimeoutMs = 30_000;
const maxParameterLength = 256;

/** The server: limits, what is readable at all, and problems for what fails before any route is found. */
export function newAdapter(options: HttpOptions, logger: Logger, requests: RequestLog): FastifyAdapter {
  const { trustProxy: trusted = false } = options;
  const adapter = new HooklessAdapter({
    // Nothing here is middleware of Nest's, and what would run it looks at each request.
    skipMiddie: true,
    bodyLimit: options.bodyLimit ?? 1_048_576,
    trustProxy: typeof trusted === 'number' ? (_address: string, hop: number) => hop < trusted : trusted,
    requestTimeout: requestTimeoutMs,
    // Who names no host is told so by a problem, as of anything else.
    http: { requireHostHeader: false },
    routerOptions: { maxParamLength: maxParameterLength },
    return503OnClosing: false,
    genReqId: (request: IncomingMessage) => requestIdOf(request.headers['x-request-id']) ?? newRequestId(),
    loggerInstance: logger,
    logController: requests,
    // The line of a request names its id once, and the log's mixin does the same for what is logged on the way.
    childLoggerFactory: (parent: FastifyBaseLogger) => parent,
    // No route has a schema of Fastify's: what would compile them isn't loaded.
    schemaController: { compilersFactory: { buildValidator: noSchemas, buildSerializer: noSchemas } },
    frameworkErrors: answerUnroutable,
    clientErrorHandler: answerUnreadable,
  });
  adapter.takeHooks();
  const server = adapter.getInstance() as unknown as FastifyInstance;
  takeConnectionsByTurns(server.server);
  limitPipelining(server.server);
  answerInPlaceOfNode(server.server);
  takeBodies(server);
  takeBytes(server);
  return adapter;
}

const noSchemas = () => (): never => {
  throw new Error('Routes state what they take by their classes, and not by schemas of Fastify');
};

/** What is read as text, besides JSON, which is parsed. */
const textMediaTypes = [
  'text/csv',
  'text/tab-separated-values',
  'application/x-ndjson',
  'application/xml',
  'text/xml',
  'application/x-www-form-urlencoded',
  'multipart/form-data',
];

/**
 * JSON and some kinds of text; anything else is 415. Which of them a route takes is for its handler to say; one that takes
 * files is given them as they come.
 */
function takeBodies(server: FastifyInstance): void {
  server.removeAllContentTypeParsers();
  const take = (mediaTypes: string | string[], read: (body: Buffer) => unknown): void =>
    void server.addContentTypeParser(mediaTypes, { parseAs: 'buffer' }, (request, body, done) => {
      const takesFile = request.ajudant?.config?.takesFile;
      try {
        done(
          null,
          takesFile ? ReceivedFile.of(body as Buffer, request.headers['content-type']!) : read(body as Buffer),
        );
      } catch (error) {
        done(error as Error);
      }
    });
  take('application/json', parseJsonBody);
  take(textMediaTypes, decodeUtf8);
  take(workbookMediaType, () => {
    throw new DomainError('request.unsupported-media-type', { detail: 'Workbooks are not taken here.' });
  });
}

/** A path that can't be decoded, or a parameter that is too long: no hook and no filter comes to see these. */
function answerUnroutable(error: unknown, request: FastifyRequest, reply: FastifyReply): void {
  const { problem } = describeError(error);
  void reply
    .code(problem.status)
    .header('content-type', problemMediaType)
    .header('cache-control', 'no-store')
    .header('x-content-type-options', 'nosniff')
    .header('x-request-id', request.id)
    .send(JSON.stringify({ ...problem, requestId: request.id }));
}
