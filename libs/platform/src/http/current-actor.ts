import { createParamDecorator } from '@nestjs/common';
import { DomainError } from '#domain-error';
import { RequestContext } from './request-context.js';
import type { Actor } from '../security/actor.js';

/** `@CurrentActor() actor: Actor`, whom the guard has found; `auth.required` on a public route, where there is none. */
export const CurrentActor: () => ParameterDecorator = createParamDecorator((): Actor => {
  const actor = RequestContext.current()?.actor;
  if (!actor) throw new DomainError('auth.required');
  return actor;
});
