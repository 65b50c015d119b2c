import { type ArgumentsHost, Catch, type ExceptionFilter, Logger, NotFoundException } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import { DomainError } from '#domain-error';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { AllowedMethods } from './allowed-methods.js';
import { problemMediaType } from './problem.js';
import { describeError } from './error-description.js';

/** What belongs to an answer that didn't come about. */
const ofTheSuccess = ['cache-control', 'content-disposition', 'etag', 'link', 'location', 'preference-applied'];

/** Answers every error, expected or not, as a problem of the catalogue. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  private readonly logger = new Logger('Problem');

  constructor(
    private readonly adapters: HttpAdapterHost,
    private readonly allowed: AllowedMethods,
  ) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    const answer = (): void => this.answer(error, reply);
    const context = reply.request.ajudant;
    if (context) context.run(answer);
    else answer();
  }

  answer(error: unknown, reply: FastifyReply): void {
    const { problem, headers } = describeError(this.isUnrouted(error) ? this.unrouted(reply.request) : error);
    if (problem.status === 500) this.logger.error({ err: error, code: problem.code });
    if (this.adapters.httpAdapter.isHeadersSent(reply)) {
      // The answer has begun, as with a stream: all that can still be told is that it is not whole.
      reply.raw.destroy();
      return;
    }
    for (const [name, value] of Object.entries(headers)) reply.header(name, value);
    for (const name of ofTheSuccess) reply.removeHeader(name);
    void reply
      .code(problem.status)
      .header('content-type', problemMediaType)
      .header('cache-control', 'no-store')
      .send({ ...problem, requestId: reply.request.id });
  }

  /** Only the router makes this exception; a handler's are of the domain. */
  private isUnrouted(error: unknown): boolean {
    return error instanceof NotFoundException;
  }

  private unrouted(request: FastifyRequest): DomainError {
    const methods = this.allowed.of(request.url);
    if (methods.length === 0 || methods.includes(request.method)) return new DomainError('route.not-found');
    const allow = methods.join(', ');
    return new DomainError('route.method-not-allowed', { allow, detail: `The resource takes ${allow}.` });
  }
}
