import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';

/** What is answered where nothing else is asked for. */
const usual = 'application/json';

/** Whether a client names a media type among those that it takes, and takes JSON no rather (RFC 9110, 12.5.1). */
export function takes(accept: string | undefined, mediaType: string): boolean {
  const weights = new Map((accept ?? '').split(',').map(weightOf));
  const weight = weights.get(mediaType) ?? 0;
  return weight > 0 && weight >= (weights.get(usual) ?? 0);
}

function weightOf(range: string): readonly [mediaType: string, weight: number] {
  const [mediaType = '', ...parameters] = range.split(';').map((part) => part.trim().toLowerCase());
  const weight = parameters.find((parameter) => parameter.startsWith('q='))?.slice(2);
  return [mediaType, weight === undefined ? 1 : Number(weight) || 0];
}

const acceptsParameter = createParamDecorator((mediaType: string, context: ExecutionContext) =>
  takes(context.switchToHttp().getRequest<FastifyRequest>().headers.accept, mediaType),
);

/** `@Accepts('application/…') isWanted: boolean`: whether the client would rather have this media type than JSON, or as gladly. */
export const Accepts = (mediaType: string): ParameterDecorator => acceptsParameter(mediaType);
