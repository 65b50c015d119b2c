import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import { ApiBody, ApiConsumes } from '@nestjs/swagger';
import { DomainError } from '#domain-error';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Readable } from 'node:stream';
import { documented } from './parameter-documentation.js';
import { takesMediaTypes } from './route-input.js';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Whether the body is handed on as it arrives. */
    takesBytes?: boolean;
  }
}

/** Whatever a client calls its bytes: what they are is for the handler to find out. */
const anyBytes = 'application/octet-stream';

/** A body as it arrives. It is read once, by the handler, who also says how many bytes it takes. */
export class IncomingBytes {
  constructor(
    readonly stream: Readable,
    private readonly request: FastifyRequest,
  ) {}

  /**
   * All of them at once, for what is small.
   * @throws DomainError `request.too-large`
   */
  async whole(atMostBytes: number): Promise<Buffer> {
    const parts: Buffer[] = [];
    let size = 0;
    for await (const part of this.stream as AsyncIterable<Buffer>) {
      size += part.length;
      if (size > atMostBytes) throw new DomainError('request.too-large');
      parts.push(part);
    }
    return Buffer.concat(parts, size);
  }

  /** What stands for the bytes from now on, such as their hash: by it a request that comes again is known. */
  standFor(digest: object): void {
    this.request.body = digest;
  }
}

const bytesInHand = createParamDecorator(({ bytes }: { bytes: number }, context: ExecutionContext): IncomingBytes => {
  const request = context.switchToHttp().getRequest<FastifyRequest>();
  if (Number(request.headers['content-length'] ?? 0) > bytes) throw new DomainError('request.too-large');
  if (request.body === undefined) throw new DomainError('request.malformed', { detail: 'The body is empty.' });
  return new IncomingBytes(request.body as Readable, request);
});

/** `@ByteBody({ kibibytes: 15_360 }) bytes: IncomingBytes` — the body of any media type, as a stream. */
export const ByteBody = ({ kibibytes }: { kibibytes: number }): ParameterDecorator =>
  documented(
    bytesInHand({ bytes: kibibytes * 1_024 }),
    RouteConfig({ takesBytes: true }),
    takesMediaTypes(anyBytes),
    ApiConsumes(anyBytes),
    ApiBody({ schema: { type: 'string', format: 'binary' } }),
  );

/** For a route that takes bytes, which has them as they come, whatever they are called. */
export const nameBytes = (request: FastifyRequest): void => {
  request.raw.headers['content-type'] = anyBytes;
};

/** Hands bytes on as they come to the routes that take them; all others don't take such a body. */
export function takeBytes(server: FastifyInstance): void {
  server.addContentTypeParser(anyBytes, (request, payload, done) => {
    if (request.ajudant?.config?.takesBytes === true) done(null, payload);
    else if (request.is404) done(null, undefined);
    else done(new DomainError('request.unsupported-media-type', { detail: 'Bytes are not taken here.' }), undefined);
  });
}
