import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Answer } from './answer.js';
import { matchesNone } from './entity-tags.js';
import { FileAnswer } from './file-answer.js';

/** Sends status, headers and body of an answer; 304 where the client has this version already. */
export function sendAnswer(request: FastifyRequest, reply: FastifyReply, answer: Answer<unknown>): void {
  const { etag, location, contentType, link } = answer.headers;
  if (etag !== undefined) reply.header('etag', etag);
  if (location !== undefined) reply.header('location', location);
  if (contentType !== undefined) reply.header('content-type', contentType);
  if (link !== undefined) reply.header('link', link);
  if (answer.status !== null) reply.code(answer.status);
  const isRead = request.method === 'GET' || request.method === 'HEAD';
  if (etag !== undefined && isRead && !matchesNone(request.headers['if-none-match'], etag)) {
    if (answer instanceof FileAnswer) answer.body.destroy();
    void reply.code(304).send();
  } else if (answer.body === undefined || answer.body === null) void reply.send();
  else if (answer instanceof FileAnswer) void reply.headers(answer.fileHeaders).send(answer.body);
  else void reply.send(answer.body);
}
