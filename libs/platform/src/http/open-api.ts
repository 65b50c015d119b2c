import type { INestApplication } from '@nestjs/common';
import { ModuleRef } from '@nestjs/core';
import { DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';
import { ApiDescription } from './api-description.js';
import { byConvention } from './open-api-conventions.js';
import { nameEnums } from './open-api-enums.js';
import { answerHeaders, describeOperations, sharedResponses } from './open-api-operations.js';
import { provided } from './provided.js';
import { toSchemas31 } from './open-api-schemas.js';

const problemField = {
  type: 'object',
  required: ['code', 'detail'],
  properties: {
    pointer: { type: 'string', description: 'JSON pointer (RFC 6901) into the body.' },
    parameter: { type: 'string', description: 'Name of a path or query parameter.' },
    header: { type: 'string', description: 'Name of a header.' },
    which: {
      type: 'string',
      description: 'Which one it is, where the place stands for many: the date of an occurrence of weekly hours, say.',
    },
    code: { type: 'string' },
    detail: { type: 'string' },
  },
};

const problem = {
  type: 'object',
  description: 'What went wrong (RFC 9457).',
  required: ['type', 'title', 'status', 'code', 'detail'],
  properties: {
    type: {
      type: 'string',
      format: 'uri-reference',
      description: 'Where the code is explained.',
      examples: ['/docs/errors#booking.slot-taken'],
    },
    title: { type: 'string' },
    status: { type: 'integer' },
    code: { type: 'string', description: 'Stable: `noun.reason`.', examples: ['booking.slot-taken'] },
    detail: { type: 'string' },
    requestId: { type: 'string' },
    errors: { type: 'array', items: { $ref: '#/components/schemas/ProblemField' } },
  },
};

/** Without one of its own an application has the name of its kind. */
const apiDescriptionOf = (app: INestApplication): ApiDescription =>
  provided(app.get(ModuleRef), ApiDescription) ?? { title: 'API', description: '' };

/** The OpenAPI 3.1 document of an application: paths and schemas from its decorators, rules from @Access. */
export function openApiDocument(app: INestApplication): OpenAPIObject {
  const { title, description, contact, tags = {}, examples = {} } = apiDescriptionOf(app);
  const config = new DocumentBuilder()
    .setOpenAPIVersion('3.1.0')
    .setTitle(title)
    .setDescription(description)
    .setVersion('1')
    .addServer('/', 'Where this document comes from')
    .setLicense('Apache-2.0', 'https://www.apache.org/licenses/LICENSE-2.0')
    .addBearerAuth({ type: 'http', scheme: 'bearer', bearerFormat: 'JWT' }, 'accessToken')
    .addBearerAuth({ type: 'http', scheme: 'bearer', bearerFormat: 'ajk_…', description: 'An API key.' }, 'apiKey')
    .build();
  const document = SwaggerModule.createDocument(app, config, {
    operationIdFactory: (controller, method) => `${controller.replace(/Controller$/, '')}_${method}`,
  });
  if (contact) document.info.contact = contact;
  document.tags = tagsOf(document, tags);
  describeOperations(app, document, examples);
  const described = nameEnums(byConvention(toSchemas31(document)));
  const schemas = { ...described.components?.schemas, Problem: problem, ProblemField: problemField };
  const responses = { ...described.components?.responses, ...sharedResponses() };
  return sortedDocument({
    ...described,
    components: { ...described.components, schemas, responses, headers: answerHeaders },
  } as OpenAPIObject);
}

/** Those that operations have, with what is said of them. */
function tagsOf(
  document: OpenAPIObject,
  descriptions: Readonly<Record<string, string>>,
): { name: string; description: string }[] {
  const operations = Object.values(document.paths).flatMap((item) =>
    Object.values(item as Record<string, { tags?: string[] }>),
  );
  const names = new Set(operations.flatMap(({ tags = [] }) => tags));
  return [...names].map((name) => ({ name, description: descriptions[name] ?? '' }));
}

/** The order of the specification at the top, names in order below it. */
function sortedDocument({ openapi, info, servers, tags, paths, components, ...rest }: OpenAPIObject): OpenAPIObject {
  const { contact, ...told } = info;
  const named = [...(tags ?? [])].sort((one, other) => (one.name < other.name ? -1 : 1));
  const isEmpty = Object.keys(contact ?? {}).length === 0;
  return {
    openapi,
    info: isEmpty ? told : info,
    ...(servers && { servers }),
    tags: named,
    paths: sorted(paths),
    components: sorted(components),
    ...sorted(rest),
  };
}

function sorted<T>(value: T): T {
  if (Array.isArray(value)) return value.map(sorted) as T;
  if (typeof value !== 'object' || value === null) return value;
  const members = Object.entries(value).filter(([, member]) => member !== undefined);
  return Object.fromEntries(
    members
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(([name, member]) => [
        name,
        name === 'enum' && Array.isArray(member) ? sortedValues(member) : sorted(member as unknown),
      ]),
  ) as T;
}

/** In which order the compiler finds the members of a union depends on what else it compiles; null comes last. */
const sortedValues = (values: readonly unknown[]): unknown[] =>
  [...values].sort((one, other) =>
    one === null || other === null
      ? Number(one === null) - Number(other === null)
      : String(one) < String(other)
        ? -1
        : 1,
  );
