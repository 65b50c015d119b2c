import type { INestApplication } from '@nestjs/common';
import type { OpenAPIObject } from '@nestjs/swagger';
import { problemMediaType } from './problem.js';
import { listRoutes, type Route } from './routes.js';

type PathItem = OpenAPIObject['paths'][string];
type Operation = NonNullable<PathItem['get']>;
type Headers = Record<string, { $ref: string }>;
interface Response {
  headers?: Headers;
  content?: Record<string, { schema?: { $ref?: string } }>;
}

const reasons: Readonly<Record<string, string>> = {
  '400': 'The request is malformed or not valid.',
  '401': 'No credential, or not a valid one.',
  '403': 'The role or the scope of the API key does not allow it.',
  '404': 'There is no such thing, or it belongs to somebody else.',
  '409': 'It conflicts with the present state, or the first request with this key is still in progress.',
  '412': 'The resource has changed since it was read.',
  '413': 'The body is larger than this takes.',
  '415': 'The body is of another media type than this takes.',
  '422': 'The Idempotency-Key was used with another request.',
  '428': 'If-Match is required.',
  '429': 'Too many requests.',
  '500': 'Something went wrong on our side.',
  '503': 'It can not be done at this moment; Retry-After says when to ask again.',
};
/** Headers that problems of a status may have. */
const problemHeaders: Readonly<Record<string, readonly string[]>> = {
  '401': ['WWW-Authenticate'],
  '409': ['Retry-After'],
  '429': ['Retry-After'],
  '503': ['Retry-After'],
};

const headerReference = (...names: readonly string[]): Headers =>
  Object.fromEntries(names.map((name) => [name, { $ref: `#/components/headers/${name}` }]));

/** Of an answer that says in `Link` where it goes on: `@ApiOkResponse({ headers: leadsOn, … })`. */
export const leadsOn = headerReference('Link');

/** Of a file to be saved, which is known again by its tag: `@ApiOkResponse({ headers: savedAs, … })`. */
export const savedAs = headerReference('Content-Disposition', 'ETag');

/** Of what a browser is to save, made anew each time it is asked for. */
export const savedAnew = headerReference('Content-Disposition');

/** Of an answer that says in `ETag` what it is, though no member of it does. */
export const tagged = headerReference('ETag');

/** The headers that answers refer to. */
export const answerHeaders: Readonly<Record<string, object>> = {
  ETag: {
    description: 'The version of what is answered: for If-Match and If-None-Match.',
    schema: { type: 'string', examples: ['"3"'] },
  },
  'Content-Disposition': {
    description: 'It is to be saved, under this name (RFC 6266).',
    schema: { type: 'string', examples: ['attachment; filename="2026-0001.pdf"'] },
  },
  Location: { description: 'Where it is from now on.', schema: { type: 'string', format: 'uri-reference' } },
  Link: {
    description: 'Where it goes on (RFC 8288), where there is more.',
    schema: { type: 'string', examples: ['</v1/events?limit=50&after=AAAAAAAAAAE>; rel="next"'] },
  },
  'Idempotency-Replayed': {
    description: '`true` where the answer is the one that the first request with this key got.',
    schema: { type: 'string', enum: ['true'] },
  },
  'Preference-Applied': {
    description: 'How long was waited at most.',
    schema: { type: 'string', examples: ['wait=5'] },
  },
  'Retry-After': { description: 'Seconds to wait before asking again.', schema: { type: 'integer', minimum: 1 } },
  'WWW-Authenticate': { description: 'How to say who asks (RFC 6750).', schema: { type: 'string' } },
  'X-Request-Id': { description: 'Names the request in our log.', schema: { type: 'string' } },
};

/** The responses that operations refer to. */
export const sharedResponses = (): Record<string, object> => ({
  NotModified: { description: 'The client has it already.', headers: headerReference('ETag', 'X-Request-Id') },
  ...problemResponses(),
});

const problemResponses = (): Record<string, object> =>
  Object.fromEntries(
    Object.entries(reasons).map(([status, description]) => [
      `Problem${status}`,
      {
        description,
        headers: headerReference('X-Request-Id', ...(problemHeaders[status] ?? [])),
        content: { [problemMediaType]: { schema: { $ref: '#/components/schemas/Problem' } } },
      },
    ]),
  );

/** Adds to each operation what follows from the decorators of its route: who may call it, what is answered, and how it may fail. */
export function describeOperations(
  app: INestApplication,
  document: OpenAPIObject,
  examples: Readonly<Record<string, unknown>>,
): void {
  for (const route of listRoutes(app)) {
    const path = route.path.replaceAll(/:([A-Za-z0-9_]+)/g, '{$1}');
    const item = document.paths[path] as Record<string, Operation> | undefined;
    const operation = item?.[route.method.toLowerCase()];
    if (!operation) continue;
    describeAccess(operation, route);
    describeProblems(operation, route);
    describeHeaders(operation, document);
    describeSameness(operation, route);
    giveExample(operation, examples[`${route.method} ${path}`]);
  }
}

const headerOf = (operation: Operation, name: string) =>
  (operation.parameters ?? []).find((parameter) => 'name' in parameter && parameter.name === name);

function describeAccess(operation: Operation, { access }: Route): void {
  const isPublic = access === undefined || access.public;
  operation.security = isPublic ? [] : [{ accessToken: [] }, ...(access.scope === null ? [] : [{ apiKey: [] }])];
  const rule = isPublic
    ? 'For anybody, without signing in.'
    : `Roles: ${access.roles === 'any' ? 'any' : access.roles.join(', ')}. API key: ${access.scope === null ? 'none' : `scope ${access.scope}`}.`;
  operation.description = [operation.description, rule].filter(Boolean).join('\n\n');
}

function describeProblems(operation: Operation, { method, path, access }: Route): void {
  const ifMatch = headerOf(operation, 'If-Match');
  const statuses = ['400', '429', '500', '503'];
  if (access?.public !== true || path.startsWith('/v1/auth/')) statuses.push('401');
  if (access?.public !== true) statuses.push('403');
  if (path.includes(':') || method !== 'GET' || namesSomething(operation)) statuses.push('404');
  if (method !== 'GET') statuses.push('409', '413', '415');
  if (ifMatch) statuses.push('412');
  if (ifMatch && 'required' in ifMatch && ifMatch.required) statuses.push('428');
  if (headerOf(operation, 'Idempotency-Key')) statuses.push('422');
  // What a controller names besides, as in `@ApiConflictResponse()`, is a problem as all others are.
  const named = Object.keys(operation.responses).filter((status) => reasons[status] !== undefined);
  for (const status of [...statuses, ...named]) {
    operation.responses[status] = { $ref: `#/components/responses/Problem${status}` };
  }
}

/** A question may name what there isn't. */
const namesSomething = ({ parameters = [] }: Operation): boolean =>
  parameters.some((parameter) => 'name' in parameter && parameter.in === 'query' && parameter.name.endsWith('Id'));

function describeHeaders(operation: Operation, document: OpenAPIObject): void {
  const isRepeatable = headerOf(operation, 'Idempotency-Key') !== undefined;
  const isAwaited = headerOf(operation, 'Prefer') !== undefined;
  for (const [status, given] of Object.entries(operation.responses)) {
    if (!status.startsWith('2')) continue;
    const response = given as Response;
    const named = [
      'X-Request-Id',
      ...(answers(response, document, 'version') ? ['ETag'] : []),
      ...(leadsElsewhere(status, response, document) ? ['Location'] : []),
      ...(isRepeatable ? ['Idempotency-Replayed'] : []),
      ...(isAwaited ? ['Preference-Applied'] : []),
    ];
    response.headers = { ...response.headers, ...headerReference(...named) };
  }
}

/** What is new has a place of its own, and so has what will be ready later. */
const leadsElsewhere = (status: string, response: Response, document: OpenAPIObject): boolean =>
  status === '202' ? response.content !== undefined : status !== '200' && answers(response, document, 'id');

/** Whoever names the tag of what she has isn't sent it again. */
function describeSameness(operation: Operation, { method }: Route): void {
  const read = operation.responses['200'] as Response | undefined;
  if (method !== 'GET' || read?.headers?.['ETag'] === undefined) return;
  operation.responses['304'] ??= { $ref: '#/components/responses/NotModified' };
}

/** Whether what is answered has a member of this name. */
function answers({ content }: Response, document: OpenAPIObject, member: string): boolean {
  const name = content?.['application/json']?.schema?.$ref?.split('/').at(-1);
  const schema = name === undefined ? undefined : document.components?.schemas?.[name];
  return schema !== undefined && 'properties' in schema && schema.properties?.[member] !== undefined;
}

function giveExample(operation: Operation, example: unknown): void {
  if (example === undefined || operation.requestBody === undefined || !('content' in operation.requestBody)) return;
  for (const content of Object.values(operation.requestBody.content)) content.example = example;
}
