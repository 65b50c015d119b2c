import { type DynamicModule, Global, Module, type Type } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_INTERCEPTOR, APP_PIPE } from '@nestjs/core';
import { AccessGuard } from './access.guard.js';
import { AllowedMethods } from './allowed-methods.js';
import { AnswerInterceptor } from './answer.interceptor.js';
import { Clock } from '../clock/index.js';
import { DocumentationController, OpenApiSource } from './documentation.controller.js';
import { Metrics } from './metrics.js';
import { OperationsController } from './operations.controller.js';
import { ProblemFilter } from './problem.filter.js';
import { ReadinessRegistry } from './readiness-registry.js';
import { RouteInputGuard } from './route-input.guard.js';
import { ValidationPipe } from './validation.pipe.js';

/** What stands around every route, whatever the app. */
@Global()
@Module({})
export class HttpModule {
  static around(module: Type | DynamicModule, clock: Clock): DynamicModule {
    return {
      module: HttpModule,
      imports: [module],
      controllers: [OperationsController, DocumentationController],
      providers: [
        { provide: Clock, useValue: clock },
        AllowedMethods,
        Metrics,
        OpenApiSource,
        ReadinessRegistry,
        // In this order: who may, then what is taken.
        { provide: APP_GUARD, useClass: AccessGuard },
        { provide: APP_GUARD, useClass: RouteInputGuard },
        { provide: APP_PIPE, useClass: ValidationPipe },
        { provide: APP_FILTER, useClass: ProblemFilter },
        { provide: APP_INTERCEPTOR, useClass: AnswerInterceptor },
      ],
      exports: [Clock, Metrics, ReadinessRegistry],
    };
  }
}
