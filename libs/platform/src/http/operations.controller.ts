import { Controller, Get, Header, Inject, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { DomainError } from '#domain-error';
import type { FastifyReply } from 'fastify';
import { Access } from '../security/access.js';
import { hashSecret } from '../security/secrets.js';
import { bearerOf } from './bearer.js';
import { Metrics } from './metrics.js';
import { type Liveness, type Readiness, ReadinessRegistry } from './readiness-registry.js';

/** Who may read the figures says this; null where nobody may. */
export const metricsToken = Symbol('metrics token');

/** What the machines around the service ask: is it alive, can it take requests, how is it doing. */
@ApiExcludeController()
@Access({ public: true })
@Controller()
export class OperationsController {
  constructor(
    private readonly readiness: ReadinessRegistry,
    private readonly metrics: Metrics,
    @Inject(metricsToken) private readonly token: string | null,
  ) {}

  @Get('health/live')
  @Header('cache-control', 'no-store')
  live(@Res({ passthrough: true }) reply: FastifyReply): Liveness {
    return withStatus(reply, this.readiness.alive());
  }

  @Get('health/ready')
  @Header('cache-control', 'no-store')
  async ready(@Res({ passthrough: true }) reply: FastifyReply): Promise<Readiness> {
    return withStatus(reply, await this.readiness.check());
  }

  /** How a service is doing tells others too much, and costs queries: it is for those who have its token, and else not there. */
  @Get('metrics')
  @Header('cache-control', 'no-store')
  async figures(@Res({ passthrough: true }) reply: FastifyReply): Promise<string> {
    if (this.token === null) throw new DomainError('route.not-found');
    // Compared by their hashes, of which the time that it takes tells nothing.
    if (hashSecret(bearerOf(reply.request)) !== hashSecret(this.token)) throw new DomainError('auth.invalid-token');
    reply.header('content-type', this.metrics.contentType);
    return this.metrics.text();
  }
}

function withStatus<T extends Liveness | Readiness>(reply: FastifyReply, found: T): T {
  if (!ReadinessRegistry.isGood(found.status)) reply.code(503);
  return found;
}
