import { createParamDecorator } from '@nestjs/common';
import { DomainError } from '#domain-error';
import { RequestContext } from '../http/request-context.js';
import type { Actor } from './actor.js';

/** The actor that the guard has found; `auth.required` on a public route, where there is none. */
export function currentActor(): Actor {
  const actor = RequestContext.current()?.actor;
  if (!actor) throw new DomainError('auth.required');
  return actor;
}

/** `@CurrentActor() actor: Actor` */
export const CurrentActor: () => ParameterDecorator = createParamDecorator(() => currentActor());
