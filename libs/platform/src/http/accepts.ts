import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';

const acceptsParameter = createParamDecorator((mediaType: string, context: ExecutionContext) => {
  const { accept } = context.switchToHttp().getRequest<FastifyRequest>().headers;
  return (accept ?? '').split(',').some((range) => range.split(';')[0]!.trim().toLowerCase() === mediaType);
});

/** `@Accepts('application/…') isWanted: boolean`: whether the client names this media type among those that it takes. */
export const Accepts = (mediaType: string): ParameterDecorator => acceptsParameter(mediaType);
