import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { ApiHeader } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { documented } from './parameter-documentation.js';

/** Nobody waits longer than this for a result; a longer wish is cut down to it. */
const maxWaitSeconds = 5;

/**
 * Seconds that the client wants to wait, from `Prefer: wait=n` (RFC 7240); `byDefault` without. As the RFC has it, the
 * first of several counts, and a preference that can't be read is as good as none.
 */
function parseWait(header: string | readonly string[] | undefined, byDefault = 0): number {
  const lines = header === undefined ? [] : [header].flat();
  for (const preference of lines.flatMap((line) => line.split(','))) {
    const match = /^\s*wait\s*(?:=\s*"?(\d{1,9})"?\s*)?(?:;.*)?$/i.exec(preference);
    if (match) return Math.min(Number(match[1] ?? 0), maxWaitSeconds);
  }
  return byDefault;
}

const waitParameter = createParamDecorator((byDefault: number, context: ExecutionContext) => {
  const http = context.switchToHttp();
  const seconds = parseWait(http.getRequest<FastifyRequest>().headers['prefer'], byDefault);
  if (seconds > 0) http.getResponse<FastifyReply>().header('preference-applied', `wait=${seconds}`);
  return seconds;
});

/**
 * `@PreferWait() waitSeconds: number`, from 0 to 5; the answer says in `Preference-Applied` what was granted.
 * @param byDefault seconds for a client that says nothing
 */
export const PreferWait = (byDefault = 0): ParameterDecorator =>
  documented(
    waitParameter(byDefault),
    ApiHeader({
      name: 'Prefer',
      required: false,
      description: `\`wait=n\` waits up to n seconds, at most ${maxWaitSeconds}, for the result; ${byDefault} without.`,
      schema: { type: 'string', examples: ['wait=5'] },
      example: 'wait=5',
    }),
  );
