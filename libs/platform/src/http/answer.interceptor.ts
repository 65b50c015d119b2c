import { Injectable } from '@nestjs/common';
import type { CallHandler, ExecutionContext, NestInterceptor } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { map, type Observable } from 'rxjs';
import { Answer } from './answer.js';
import { matchesNone } from './entity-tags.js';

/** Turns an `Answer` into status, headers and body, and into 304 where the client has this version already. */
@Injectable()
export class AnswerInterceptor implements NestInterceptor {
  intercept(context: ExecutionContext, next: CallHandler<unknown>): Observable<unknown> {
    const http = context.switchToHttp();
    return next
      .handle()
      .pipe(
        map((result) =>
          result instanceof Answer
            ? send(result, http.getRequest<FastifyRequest>(), http.getResponse<FastifyReply>())
            : result,
        ),
      );
  }
}

function send(answer: Answer<unknown>, request: FastifyRequest, reply: FastifyReply): unknown {
  const { etag, location } = answer.headers;
  if (etag !== undefined) reply.header('etag', etag);
  if (location !== undefined) reply.header('location', location);
  if (answer.status !== null) reply.code(answer.status);
  const isRead = request.method === 'GET' || request.method === 'HEAD';
  if (etag !== undefined && isRead && !matchesNone(request.headers['if-none-match'], etag)) {
    reply.code(304);
    return undefined;
  }
  return answer.body;
}
