import type { OpenAPIObject } from '@nestjs/swagger';

type Json = Record<string, unknown>;

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Of instants and of local dates, by how their names end. */
const formats: readonly (readonly [ending: RegExp, format: string])[] = [
  [/(?:[a-z](?:At|Since|Until)|^at|^time)$/, 'date-time'],
  [/(?:[a-z]On|^on|^period(?:From|To))$/, 'date'],
];

/**
 * What holds for every schema of the API and stands at none of its classes: instants end in `At`, `Since` or `Until` and local dates in `On`; numbers are
 * whole, unless a class says `format: 'double'`; and what is sent takes no member that isn't named.
 */
export function byConvention(document: OpenAPIObject): OpenAPIObject {
  const described = wholeNumbers(document);
  const schemas = described.components?.schemas as Readonly<Record<string, Json>> | undefined;
  for (const schema of Object.values(schemas ?? {})) giveFormats(schema);
  for (const name of sentSchemas(described)) if (schemas?.[name]) closeObjects(schemas[name]);
  return described;
}

function wholeNumbers<T>(value: T): T {
  if (Array.isArray(value)) return value.map((item: unknown) => wholeNumbers(item)) as T;
  if (!isObject(value)) return value;
  const { type, format } = value;
  const members = Object.fromEntries(Object.entries(value).map(([name, member]) => [name, wholeNumbers(member)]));
  if (format !== undefined) return members as T;
  if (type === 'number') return { ...members, type: 'integer' } as T;
  if (Array.isArray(type) && type.includes('number')) {
    return { ...members, type: type.map((one: unknown) => (one === 'number' ? 'integer' : one)) } as T;
  }
  return members as T;
}

function giveFormats(schema: unknown): void {
  if (Array.isArray(schema)) schema.forEach(giveFormats);
  if (!isObject(schema)) return;
  if (isObject(schema['properties'])) {
    for (const [name, property] of Object.entries(schema['properties'])) {
      const format = formats.find(([ending]) => ending.test(name))?.[1];
      if (format !== undefined && isObject(property) && isText(property) && !isRestricted(property)) {
        property['format'] = format;
      }
    }
  }
  for (const member of Object.values(schema)) giveFormats(member);
}

const isText = ({ type }: Json): boolean => type === 'string' || (Array.isArray(type) && type.includes('string'));
const isRestricted = ({ enum: values, format, pattern }: Json): boolean =>
  values !== undefined || format !== undefined || pattern !== undefined;

const prefix = '#/components/schemas/';

/** The names of all schemas that a body is made of. */
function sentSchemas(document: OpenAPIObject): ReadonlySet<string> {
  const found = new Set<string>();
  const follow = (value: unknown): void => {
    if (Array.isArray(value)) value.forEach(follow);
    if (!isObject(value)) return;
    const { $ref } = value;
    if (typeof $ref === 'string' && $ref.startsWith(prefix) && !found.has($ref.slice(prefix.length))) {
      found.add($ref.slice(prefix.length));
      follow(document.components?.schemas?.[$ref.slice(prefix.length)]);
    }
    Object.values(value).forEach(follow);
  };
  for (const item of Object.values(document.paths)) {
    for (const operation of Object.values(item as Json)) if (isObject(operation)) follow(operation['requestBody']);
  }
  return found;
}

function closeObjects(schema: Json): void {
  if (schema['type'] === 'object' && schema['additionalProperties'] === undefined)
    schema['additionalProperties'] = false;
}
