import { Access, type AccessRule } from '#access';
import { FileAnswer, savedAs } from '#platform/http';
import { applyDecorators, Get } from '@nestjs/common';
import { ApiOkResponse, ApiProduces } from '@nestjs/swagger';
import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';

type MediaType = 'application/pdf' | 'application/xml';

/** GET of a document as a file to keep. */
export const Document = (path: string, rule: AccessRule, mediaType: MediaType): MethodDecorator =>
  applyDecorators(
    Get(path),
    Access(rule),
    ApiProduces(mediaType),
    ApiOkResponse({
      headers: savedAs,
      schema: mediaType === 'application/pdf' ? { type: 'string', format: 'binary' } : { type: 'string' },
    }),
  );

/** Named by the number of the document. */
export function fileOf(content: Buffer | string, number: string, mediaType: MediaType): FileAnswer {
  const bytes = Buffer.from(content);
  return new FileAnswer(Readable.from([bytes], { objectMode: false }), {
    name: `${number}.${mediaType === 'application/pdf' ? 'pdf' : 'xml'}`,
    mediaType: mediaType === 'application/xml' ? `${mediaType}; charset=utf-8` : mediaType,
    size: bytes.length,
    tag: createHash('sha256').update(bytes).digest('base64url').slice(0, 22),
  });
}
