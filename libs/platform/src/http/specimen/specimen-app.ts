import type { Server } from 'node:http';
import { Writable } from 'node:stream';
import type { DynamicModule, Type } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Clock } from '../../clock/index.js';
import { createHttpApp } from '../http-app.js';
import type { HttpOptions } from '../http-options.js';

export const specimenNow = '2026-03-01T09:00:00.000Z';

export class StoppedClock extends Clock {
  constructor(public instant: string = specimenNow) {
    super();
  }

  override now(): string {
    return this.instant;
  }
}

export interface SpecimenApp {
  readonly app: NestFastifyApplication;
  readonly server: Server;
  readonly clock: StoppedClock;
  /** The lines of the log so far. */
  readonly log: readonly string[];
}

/** An application around a module of a spec, listening on a free port. */
export async function specimenApp(
  module: Type | DynamicModule,
  options: Partial<HttpOptions> = {},
): Promise<SpecimenApp> {
  const log: string[] = [];
  const logDestination = new Writable({
    write(chunk: Buffer, _encoding, done) {
      log.push(chunk.toString());
      done();
    },
  });
  const clock = new StoppedClock();
  const app = await createHttpApp(module, { service: 'specimen', clock, logLevel: 'info', logDestination, ...options });
  await app.listen({ port: 0, host: '127.0.0.1' });
  return { app, server: app.getHttpServer() as Server, clock, log };
}
