import { type DynamicModule, Global, Module, type Type } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_INTERCEPTOR, APP_PIPE } from '@nestjs/core';
import { AccessGuard } from '../security/access.guard.js';
import { AnswerInterceptor } from './answer.interceptor.js';
import { Clock } from './clock.js';
import { ProblemFilter } from './problem.filter.js';
import { ValidationPipe } from './validation.pipe.js';

/** What stands around every route, whatever the app. */
@Global()
@Module({})
export class HttpModule {
  static around(module: Type | DynamicModule, clock: Clock): DynamicModule {
    return {
      module: HttpModule,
      imports: [module],
      providers: [
        { provide: Clock, useValue: clock },
        { provide: APP_GUARD, useClass: AccessGuard },
        { provide: APP_PIPE, useClass: ValidationPipe },
        { provide: APP_FILTER, useClass: ProblemFilter },
        { provide: APP_INTERCEPTOR, useClass: AnswerInterceptor },
      ],
      exports: [Clock],
    };
  }
}
