import { Body, type PipeTransform } from '@nestjs/common';
import { ApiBody, ApiConsumes } from '@nestjs/swagger';
import { DomainError } from '#domain-error';
import { documented } from './parameter-documentation.js';
import { takesMediaType } from './route-input.js';

const requireText: PipeTransform<unknown, string> = {
  transform(value) {
    if (typeof value === 'string' && value !== '') return value;
    throw new DomainError('request.malformed', { detail: 'The body is empty.' });
  },
};

/** `@CsvBody() roster: string` — the body as text; any media type but text/csv is 415. */
export const CsvBody = (): ParameterDecorator =>
  documented(
    Body(requireText),
    takesMediaType('text/csv'),
    ApiConsumes('text/csv'),
    ApiBody({ schema: { type: 'string' } }),
  );
