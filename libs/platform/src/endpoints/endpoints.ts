import { applyDecorators, Get, HttpCode, Patch, Post, Put, type Type } from '@nestjs/common';
import { ApiAcceptedResponse, ApiCreatedResponse, ApiOkResponse } from '@nestjs/swagger';
import { Access, type AccessRule } from '../security/access.js';
import { BodyLimit } from '../http/body-limit.js';
import { Idempotent, type IdempotentOptions, type Preparation, type PreparedHandler } from '../http/idempotent.js';

/** `@Reading(':id', rule, Dto)`: GET of one thing, which is answered with its ETag. */
export const Reading = (path: string, rule: AccessRule, dto: Type): MethodDecorator =>
  answering(ApiOkResponse({ type: dto }), Access(rule), Get(path));

/**
 * `@Awaited(':id', rule, Dto, 'Not there yet.')`: GET of what may still be on its way; 202 while it is, and the description
 * says so.
 */
export const Awaited = (path: string, rule: AccessRule, dto: Type, description: string): MethodDecorator =>
  answering(ApiAcceptedResponse({ type: dto, description }), ApiOkResponse({ type: dto }), Access(rule), Get(path));

interface BodyOptions {
  /** How big a body it takes, in KiB; 16 without. */
  readonly bodyKiB?: number | undefined;
}

type CreationOptions = BodyOptions & Pick<IdempotentOptions, 'foresee' | 'secretAnswer'>;

/** `@Creation(rule, Dto)`: POST of something new, once per `Idempotency-Key`; 201 with its location. */
export const Creation = (rule: AccessRule, dto: Type, { bodyKiB, ...once }: CreationOptions = {}): MethodDecorator =>
  answering(...limits({ bodyKiB }), ApiCreatedResponse({ type: dto }), Access(rule), Idempotent(once), Post());

/**
 * `@PreparedCreation(rule, Dto, { before })`: the same of what takes something long, which is done before its transaction begins and which
 * the handler gets after its other parameters.
 */
export const PreparedCreation = <Controller extends object, Parameters extends unknown[], Prepared>(
  rule: AccessRule,
  dto: Type,
  preparation: Preparation<Controller, Parameters, Prepared>,
) => {
  const prepared = answering(
    ApiCreatedResponse({ type: dto }),
    Access(rule),
    Idempotent(preparation) as MethodDecorator,
    Post(),
  );
  return prepared as PreparedHandler<Controller, Parameters, Prepared>;
};

/** `@Asking(rule, Dto)`: POST of something that takes its time, once per `Idempotency-Key`; 202, and where it will be. */
export const Asking = (rule: AccessRule, dto: Type): MethodDecorator =>
  answering(ApiAcceptedResponse({ type: dto }), Access(rule), Idempotent(), HttpCode(202), Post());

/** `@Replacement(':id', rule, Dto)`: PUT of the whole of something, in the version that `If-Match` names. */
export const Replacement = (path: string, rule: AccessRule, dto: Type, options: BodyOptions = {}): MethodDecorator =>
  answering(...limits(options), ApiOkResponse({ type: dto }), Access(rule), Put(path));

/** `@Amendment(':id', rule, Dto)`: PATCH of some of it, in the version that `If-Match` names. */
export const Amendment = (path: string, rule: AccessRule, dto: Type, options: BodyOptions = {}): MethodDecorator =>
  answering(...limits(options), ApiOkResponse({ type: dto }), Access(rule), Patch(path));

interface StepOptions extends BodyOptions {
  /** What is answered; 200 without. */
  readonly status?: 200 | 201;
  /** Whether it takes an `Idempotency-Key`; true without. */
  readonly idempotent?: boolean;
  /** As `@Idempotent` has it. */
  readonly secretAnswer?: boolean;
}

/** `@Step(':id/confirmation', rule, Dto)`: POST that moves something on, and answers what it is then. */
export const Step = (
  path: string,
  rule: AccessRule,
  dto: Type,
  { status = 200, idempotent = true, secretAnswer = false, bodyKiB }: StepOptions = {},
): MethodDecorator =>
  answering(
    ...limits({ bodyKiB }),
    status === 201 ? ApiCreatedResponse({ type: dto }) : ApiOkResponse({ type: dto }),
    Access(rule),
    ...(idempotent ? [Idempotent({ secretAnswer })] : []),
    HttpCode(status),
    Post(path),
  );

const limits = ({ bodyKiB }: BodyOptions): MethodDecorator[] => (bodyKiB === undefined ? [] : [BodyLimit(bodyKiB)]);

/** In this order, as if they stood above the handler from the bottom up: `@Idempotent` takes the handler's place. */
const answering = (...decorators: MethodDecorator[]): MethodDecorator =>
  applyDecorators(withoutGuessedAnswer, ...decorators);

/** The compiler's plugin takes the handler's type, which is an Answer, for what the document has to show. */
const withoutGuessedAnswer: MethodDecorator = (_target, _key, descriptor) => {
  Reflect.deleteMetadata('swagger/apiResponse', descriptor.value as object);
};
