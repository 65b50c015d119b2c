import { Controller, Get, Header, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Access } from '../security/access.js';
import { Metrics } from './metrics.js';
import { ReadinessRegistry } from './readiness-registry.js';

/** What the machines around the service ask: is it alive, can it take requests, how is it doing. */
@ApiExcludeController()
@Access({ public: true })
@Controller()
export class OperationsController {
  constructor(
    private readonly readiness: ReadinessRegistry,
    private readonly metrics: Metrics,
  ) {}

  @Get('health/live')
  @Header('cache-control', 'no-store')
  live(@Res({ passthrough: true }) reply: FastifyReply): object {
    const checks = this.readiness.livenessProblems;
    if (Object.keys(checks).length === 0) return { status: 'live' };
    reply.code(503);
    return { status: 'past-cure', checks };
  }

  @Get('health/ready')
  @Header('cache-control', 'no-store')
  async ready(@Res({ passthrough: true }) reply: FastifyReply): Promise<object> {
    const readiness = await this.readiness.check();
    if (readiness.status === 'not-ready') reply.code(503);
    return readiness;
  }

  @Get('metrics')
  @Header('cache-control', 'no-store')
  async figures(@Res({ passthrough: true }) reply: FastifyReply): Promise<string> {
    reply.header('content-type', this.metrics.contentType);
    return this.metrics.text();
  }
}
