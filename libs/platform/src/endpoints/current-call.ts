import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { DomainError } from '#domain-error';
import type { FastifyRequest } from 'fastify';
import type { Actor } from '../security/actor.js';
import { describeIfMatch, expectedVersion, type IfMatchOptions } from '../http/if-match.js';
import { documented } from '../http/parameter-documentation.js';
import { RequestContext } from '../http/request-context.js';
import { describeUuid, uuidOf } from '../http/uuid-param.js';

/** Who asks for something, and when. */
export interface CurrentCallOf<Who extends Actor> {
  readonly actor: Who;
  readonly now: string;
}

/** Who wants something changed, when, what it is, and in which version they saw it; null for whichever is current. */
export interface CurrentChangeOf<Who extends Actor> extends CurrentCallOf<Who> {
  readonly id: string;
  readonly expectedVersion: number | null;
}

/** The same of something that is found below something else. */
export interface CurrentNestedChangeOf<Who extends Actor> extends CurrentChangeOf<Who> {
  readonly parentId: string;
}

function callInHand(): CurrentCallOf<Actor> {
  const { actor, clock } = RequestContext.required();
  if (!actor) throw new DomainError('auth.required');
  return { actor, now: clock.now() };
}

/** `@CurrentCall() call: Call`; `auth.required` on a public route, where nobody is known. */
export const CurrentCall: () => ParameterDecorator = createParamDecorator(callInHand);

interface ChangeOptions extends IfMatchOptions {
  /** Name of the path's parameter with the id; `id` without. */
  readonly parameter?: string;
}

function changeInHand(
  { parameter, required }: Required<ChangeOptions>,
  context: ExecutionContext,
): CurrentChangeOf<Actor> {
  const { headers } = context.switchToHttp().getRequest<FastifyRequest>();
  return {
    expectedVersion: expectedVersion(headers['if-match'], required),
    id: idOfPath(parameter, context),
    ...callInHand(),
  };
}

function idOfPath(parameter: string, context: ExecutionContext): string {
  const { params } = context.switchToHttp().getRequest<FastifyRequest>();
  return uuidOf((params as Readonly<Record<string, unknown>>)[parameter], parameter);
}

const changeParameter = createParamDecorator(changeInHand);
const nestedChangeParameter = createParamDecorator(
  (options: Required<ChangeOptions>, context: ExecutionContext): CurrentNestedChangeOf<Actor> => ({
    ...changeInHand(options, context),
    parentId: idOfPath('id', context),
  }),
);

/** `@CurrentChange() change: Change`, with the id of the path and the version of `If-Match`, which is as in `@IfMatch`. */
export const CurrentChange = ({ parameter = 'id', required = true }: ChangeOptions = {}): ParameterDecorator =>
  documented(changeParameter({ parameter, required }), describeUuid(parameter), describeIfMatch(required));

/** `@CurrentNestedChange({ parameter: 'runId' }) change: NestedChange`: the same, below what `:id` of the path names. */
export const CurrentNestedChange = ({
  parameter,
  required = true,
}: ChangeOptions & { parameter: string }): ParameterDecorator =>
  documented(
    nestedChangeParameter({ parameter, required }),
    describeUuid('id'),
    describeUuid(parameter),
    describeIfMatch(required),
  );
