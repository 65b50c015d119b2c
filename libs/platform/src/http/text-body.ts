import { Body, type PipeTransform } from '@nestjs/common';
import { ApiBody, ApiConsumes } from '@nestjs/swagger';
import { DomainError } from '#domain-error';
import { BodyLimit } from './body-limit.js';
import { documented } from './parameter-documentation.js';
import { takesMediaTypes } from './route-input.js';

/** A file of a few thousand lines. */
const importKibibytes = 1_024;

const requireText: PipeTransform<unknown, string> = {
  transform(value) {
    if (typeof value === 'string' && value !== '') return value;
    throw new DomainError('request.malformed', { detail: 'The body is empty.' });
  },
};

const requireBody: PipeTransform<unknown, unknown> = {
  transform(value) {
    if (value !== undefined && value !== null && value !== '') return value;
    throw new DomainError('request.malformed', { detail: 'The body is empty.' });
  },
};

/** `@CsvBody() roster: string` — the body as text; any media type but text/csv is 415. */
export const CsvBody = (): ParameterDecorator =>
  documented(
    Body(requireText),
    takesMediaTypes('text/csv'),
    BodyLimit(importKibibytes),
    ApiConsumes('text/csv'),
    ApiBody({ schema: { type: 'string' } }),
  );

/**
 * `@UploadBody('text/csv', 'application/json') file: unknown` — the body as text, or what was parsed of it where it is
 * `application/json`; any other media type is 415.
 */
export const UploadBody = (...mediaTypes: readonly string[]): ParameterDecorator =>
  documented(
    Body(requireBody),
    takesMediaTypes(...mediaTypes),
    BodyLimit(importKibibytes),
    ApiConsumes(...mediaTypes),
    ApiBody({
      schema: { oneOf: [{ type: 'string' }, { type: 'array', items: { type: 'object' } }, { type: 'object' }] },
    }),
  );
