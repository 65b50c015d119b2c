import type { DynamicModule, INestApplication, Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import { Clock } from '../clock/index.js';
import { HttpModule } from './http.module.js';

/**
 * An application that can be looked at, and not used: its routes and what is stated about them are there, and none of
 * its providers is made, so it needs no database.
 */
export function previewHttpApp(module: Type | DynamicModule): Promise<INestApplication> {
  return NestFactory.create(HttpModule.around(module, new Clock(), null), new FastifyAdapter(), {
    preview: true,
    logger: false,
    abortOnError: false,
  });
}
