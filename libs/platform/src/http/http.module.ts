import { type DynamicModule, Global, Module, type Type } from '@nestjs/common';
import { APP_FILTER } from '@nestjs/core';
import { AccessCheck } from './access-check.js';
import { AllowedMethods } from './allowed-methods.js';
import { Clock } from '../clock/index.js';
import { DocumentationController, OpenApiSource } from './documentation.controller.js';
import { Metrics } from './metrics.js';
import { metricsToken, OperationsController } from './operations.controller.js';
import { ProblemFilter } from './problem.filter.js';
import { ReadinessRegistry } from './readiness-registry.js';

/** What stands around every route, whatever the app. */
@Global()
@Module({})
export class HttpModule {
  /** @param token of whoever may read the metrics; nobody may without */
  static around(module: Type | DynamicModule, clock: Clock, token: string | null): DynamicModule {
    return {
      module: HttpModule,
      imports: [module],
      controllers: [OperationsController, DocumentationController],
      providers: [
        { provide: Clock, useValue: clock },
        { provide: metricsToken, useValue: token },
        AllowedMethods,
        Metrics,
        OpenApiSource,
        ReadinessRegistry,
        AccessCheck,
        ProblemFilter,
        // For what fails before a route is found, and for streams.
        { provide: APP_FILTER, useExisting: ProblemFilter },
      ],
      exports: [Clock, Metrics, ReadinessRegistry],
    };
  }
}
