import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { ApiQuery } from '@nestjs/swagger';
import { DomainError } from '#domain-error';
import type { FastifyRequest } from 'fastify';
import { assertCursor } from './cursor.js';
import { documented } from './parameter-documentation.js';
import { takesQuery } from './route-input.js';

const defaultPageLimit = 50;
const maxPageLimit = 200;

/** Which page of a list: how many items, and the cursor that the page before gave as `next`. */
export interface PageRequest {
  readonly limit: number;
  readonly after: string | null;
}

/** A page of a list; `next` is null on the last. */
export interface Page<Item> {
  readonly items: Item[];
  readonly next: string | null;
}

const invalid = (parameter: string, rule: string, detail: string): DomainError =>
  new DomainError('request.invalid', { parameter, rule, detail });

function parsePage(query: Readonly<Record<string, unknown>>): PageRequest {
  const { limit, after } = query;
  for (const [name, value] of Object.entries({ limit, after })) {
    if (Array.isArray(value)) throw invalid(name, 'duplicate', `${name} is given more than once.`);
  }
  if (after !== undefined) assertCursor(String(after));
  return {
    limit: limit === undefined ? defaultPageLimit : parseLimit(limit),
    after: after === undefined ? null : String(after),
  };
}

function parseLimit(text: unknown): number {
  const limit = typeof text === 'string' && /^[1-9]\d{0,2}$/.test(text) ? Number(text) : Number.NaN;
  if (!(limit <= maxPageLimit)) throw invalid('limit', 'range', `limit takes an integer from 1 to ${maxPageLimit}.`);
  return limit;
}

const pageParameter = createParamDecorator((_: unknown, context: ExecutionContext) =>
  parsePage(context.switchToHttp().getRequest<FastifyRequest>().query as Record<string, unknown>),
);

/** `@PageQuery() page: PageRequest` */
export const PageQuery = (): ParameterDecorator =>
  documented(
    pageParameter(),
    takesQuery('limit', 'after'),
    ApiQuery({
      name: 'limit',
      required: false,
      description: 'How many items at most.',
      schema: { type: 'integer', minimum: 1, maximum: maxPageLimit, default: defaultPageLimit },
    }),
    ApiQuery({
      name: 'after',
      required: false,
      description: '`next` of the page before.',
      schema: { type: 'string' },
    }),
  );
