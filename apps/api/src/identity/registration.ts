import { PreparedCreation, type PreparedHandler } from '#platform/endpoints';
import { LimitedAsSigningIn } from '#platform/http';
import { applyDecorators, type Type } from '@nestjs/common';
import type { NewOwner } from './owner-registration.js';

/**
 * `@Registration(Dto, before)`: POST by which anybody registers an organisation, as often as anybody may sign in. What takes long about its
 * owner's account is done before, and the handler gets it after the body and the time.
 */
export const Registration = <Controller extends object, Body>(
  dto: Type,
  before: (controller: Controller, body: Body, now: string) => Promise<NewOwner>,
): PreparedHandler<Controller, [Body, string], NewOwner> =>
  applyDecorators(PreparedCreation({ public: true }, dto, { before }) as MethodDecorator, LimitedAsSigningIn());
