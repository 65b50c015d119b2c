import { Body, type PipeTransform } from '@nestjs/common';
import { ApiBody, ApiConsumes } from '@nestjs/swagger';
import { DomainError } from '#domain-error';
import { BodyLimit } from './body-limit.js';
import { documented } from './parameter-documentation.js';
import { takesMediaTypes } from './route-input.js';
import { ReceivedFile, type SentFile } from './sent-file.js';

/** A file of a few thousand lines. */
const importKibibytes = 1_024;

const requireText: PipeTransform<unknown, string> = {
  transform(value) {
    if (typeof value === 'string' && value !== '') return value;
    throw new DomainError('request.malformed', { detail: 'The body is empty.' });
  },
};

const requireFile: PipeTransform<unknown, SentFile> = {
  transform(value) {
    if (value instanceof ReceivedFile && value.bytes.length > 0) return value;
    throw new DomainError('request.malformed', { detail: 'The body is empty.' });
  },
};

/** Of Excel since 2007, and of what saves like it (.xlsx). */
export const workbookMediaType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

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

interface FileBodyOptions {
  readonly mediaTypes: readonly string[];
  /** How big it may be; 1 MiB without. */
  readonly kibibytes?: number;
}

/**
 * `@FileBody({ mediaTypes: ['text/csv', workbookMediaType] }) file: SentFile` — the body as it came, JSON as well, which
 * whoever takes it reads where it holds nobody up; any other media type is 415.
 */
export const FileBody = ({ mediaTypes, kibibytes = importKibibytes }: FileBodyOptions): ParameterDecorator =>
  documented(
    Body(requireFile),
    takesMediaTypes(...mediaTypes),
    BodyLimit(kibibytes, { takesFile: true }),
    ApiConsumes(...mediaTypes),
    ApiBody({
      schema: mediaTypes.includes('application/json')
        ? { oneOf: [{ type: 'string' }, { type: 'array', items: { type: 'object' } }, { type: 'object' }] }
        : { type: 'string' },
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
