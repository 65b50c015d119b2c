import type { INestApplication } from '@nestjs/common';
import type { OpenAPIObject } from '@nestjs/swagger';
import { problemMediaType } from './problem.js';
import { listRoutes, type Route } from './routes.js';

type PathItem = OpenAPIObject['paths'][string];
type Operation = NonNullable<PathItem['get']>;

const reasons: Readonly<Record<string, string>> = {
  '400': 'The request is malformed or not valid.',
  '401': 'No credential, or not a valid one.',
  '403': 'The role or the scope of the API key does not allow it.',
  '404': 'There is no such thing, or it belongs to somebody else.',
  '409': 'It conflicts with the present state, or the first request with this key is still in progress.',
  '412': 'The resource has changed since it was read.',
  '422': 'The Idempotency-Key was used with another request.',
  '428': 'If-Match is required.',
  '429': 'Too many requests.',
};

/** The responses that operations refer to. */
export const problemResponses = (): Record<string, object> =>
  Object.fromEntries(
    Object.entries(reasons).map(([status, description]) => [
      `Problem${status}`,
      { description, content: { [problemMediaType]: { schema: { $ref: '#/components/schemas/Problem' } } } },
    ]),
  );

/** Adds to each operation what follows from the decorators of its route: who may call it, and how it may fail. */
export function describeOperations(app: INestApplication, document: OpenAPIObject): void {
  for (const route of listRoutes(app)) {
    const path = route.path.replaceAll(/:([A-Za-z0-9_]+)/g, '{$1}');
    const item = document.paths[path] as Record<string, Operation> | undefined;
    const operation = item?.[route.method.toLowerCase()];
    if (operation) describe(operation, route);
  }
}

function describe(operation: Operation, { method, path, access }: Route): void {
  const header = (name: string) =>
    (operation.parameters ?? []).find((parameter) => 'name' in parameter && parameter.name === name);
  const ifMatch = header('If-Match');
  const isPublic = access?.public === true;
  operation.security = isPublic ? [] : [{ accessToken: [] }, { apiKey: [] }];
  if (access && !access.public) {
    const roles = access.roles === 'any' ? 'any' : access.roles.join(', ');
    const rule = `Roles: ${roles}. API key: ${access.scope === null ? 'none' : `scope ${access.scope}`}.`;
    operation.description = [operation.description, rule].filter(Boolean).join('\n\n');
    if (access.scope === null) operation.security = [{ accessToken: [] }];
  }
  const statuses = ['400', '429'];
  if (!isPublic) statuses.push('401', '403');
  if (path.includes(':')) statuses.push('404');
  if (method !== 'GET') statuses.push('409');
  if (ifMatch) statuses.push('412');
  if (ifMatch && 'required' in ifMatch && ifMatch.required) statuses.push('428');
  if (header('Idempotency-Key')) statuses.push('422');
  for (const status of statuses) {
    operation.responses[status] ??= { $ref: `#/components/responses/Problem${status}` };
  }
}
