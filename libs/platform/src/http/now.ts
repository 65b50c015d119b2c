import { createParamDecorator } from '@nestjs/common';
import { RequestContext } from './request-context.js';

/** `@Now() now: string`, the present instant from the application's clock. */
export const Now: () => ParameterDecorator = createParamDecorator(() => RequestContext.required().clock.now());
