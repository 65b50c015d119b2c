import { applyDecorators, type Type } from '@nestjs/common';
import { ApiExtraModels, ApiResponse, getSchemaPath } from '@nestjs/swagger';

export interface AnswersOptions {
  /** 200 without. */
  readonly status?: 200 | 201 | 202;
  readonly description?: string;
}

const headers = {
  ETag: { description: 'The version, for If-Match and If-None-Match.', schema: { type: 'string' } },
  Location: { description: 'Where it is to be found.', schema: { type: 'string' } },
} as const;

/**
 * Says in the OpenAPI document what a handler answers, where its type doesn't: `@Answers(NeedDto)` for what comes with
 * `versioned`, `@Answers(NeedDto, { status: 201 })` for a new one, `@Answers([NeedDto])` for a page of them.
 */
export function Answers(shape: Type | readonly [Type], options: AnswersOptions = {}): MethodDecorator {
  const { status = 200, description = '' } = options;
  const isPage = Array.isArray(shape);
  const dto = [shape].flat()[0] as Type;
  const item = { $ref: getSchemaPath(dto) };
  const page = {
    type: 'object',
    required: ['items', 'next'],
    properties: { items: { type: 'array', items: item }, next: { type: ['string', 'null'] } },
  };
  const told = {
    ...(!isPage && status !== 202 && { ETag: headers.ETag }),
    ...(status !== 200 && { Location: headers.Location }),
  };
  return applyDecorators(
    ApiExtraModels(dto),
    ApiResponse({ status, description, headers: told, schema: (isPage ? page : item) as typeof item }),
  );
}
