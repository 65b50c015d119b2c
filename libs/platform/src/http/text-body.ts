import { Body, type PipeTransform } from '@nestjs/common';
import { ApiBody, ApiConsumes } from '@nestjs/swagger';
import { DomainError } from '#domain-error';
import { BodyLimit } from './body-limit.js';
import { JsonText } from '../json/index.js';
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

/** A file as it came. */
export interface UploadedFile {
  readonly text: string;
  /** Whether it was sent as `application/json`; nobody has looked whether it is. */
  readonly isJson: boolean;
}

const requireFile: PipeTransform<unknown, UploadedFile> = {
  transform(value) {
    const isJson = value instanceof JsonText;
    return { text: requireText.transform(isJson ? value.text : value, { type: 'body' }), isJson };
  },
};

interface TextBodyOptions {
  readonly mediaTypes: readonly string[];
  /** How big it may be; 1 MiB without. */
  readonly kibibytes?: number;
}

/** `@TextBody({ mediaTypes: ['text/csv'] }) file: string` — the body as text; any other media type is 415. */
export const TextBody = ({ mediaTypes, kibibytes = importKibibytes }: TextBodyOptions): ParameterDecorator =>
  documented(
    Body(requireText),
    takesMediaTypes(...mediaTypes),
    BodyLimit(kibibytes),
    ApiConsumes(...mediaTypes),
    ApiBody({ schema: { type: 'string' } }),
  );

/** `@CsvBody() roster: string` — the body as text; any media type but text/csv is 415. */
export const CsvBody = (): ParameterDecorator => TextBody({ mediaTypes: ['text/csv'] });

/**
 * `@UploadBody('text/csv', 'application/json') file: UploadedFile` — the body as text, JSON as well, which whoever takes it
 * parses where it holds nobody up; any other media type is 415.
 */
export const UploadBody = (...mediaTypes: readonly string[]): ParameterDecorator =>
  documented(
    Body(requireFile),
    takesMediaTypes(...mediaTypes),
    BodyLimit(importKibibytes, { takesFile: true }),
    ApiConsumes(...mediaTypes),
    ApiBody({
      schema: { oneOf: [{ type: 'string' }, { type: 'array', items: { type: 'object' } }, { type: 'object' }] },
    }),
  );

const formMediaTypes = ['application/x-www-form-urlencoded', 'multipart/form-data'] as const;

/** `@FormBody() form: string` — what a form sends, as it came, or nothing; any other media type is 415. */
export const FormBody = (): ParameterDecorator =>
  documented(
    Body(),
    takesMediaTypes(...formMediaTypes),
    ApiConsumes(...formMediaTypes),
    ApiBody({ required: false, schema: { type: 'object' } }),
  );
