type Json = Record<string, unknown>;

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * Schemas in the words of OpenAPI 3.1, which are JSON Schema 2020-12: `nullable` becomes a type, and an exclusive
 * limit carries its number.
 */
export function toSchemas31<T>(value: T): T {
  if (Array.isArray(value)) return value.map((item: unknown) => toSchemas31(item)) as T;
  if (!isObject(value)) return value;
  const { nullable, ...members } = value;
  const converted: Json = {};
  for (const [name, member] of Object.entries(members)) converted[name] = toSchemas31(member);
  limitExclusively(converted, 'minimum', 'exclusiveMinimum');
  limitExclusively(converted, 'maximum', 'exclusiveMaximum');
  if (typeof nullable !== 'boolean')
    return { ...converted, ...(nullable !== undefined && { nullable: toSchemas31(nullable) }) } as T;
  return (nullable ? orNull(converted) : converted) as T;
}

function limitExclusively(schema: Json, limit: string, exclusive: string): void {
  if (typeof schema[exclusive] !== 'boolean') return;
  if (schema[exclusive]) {
    schema[exclusive] = schema[limit];
    delete schema[limit];
  } else {
    delete schema[exclusive];
  }
}

function orNull(schema: Json): Json {
  const { type, enum: values } = schema;
  if (typeof type === 'string') {
    return {
      ...schema,
      type: [type, 'null'],
      ...(Array.isArray(values) && { enum: [...(values as unknown[]), null] }),
    };
  }
  const { description, ...shape } = schema;
  const [only, ...others] = Array.isArray(shape['allOf']) ? (shape['allOf'] as unknown[]) : [];
  const isReference = isObject(only) && others.length === 0;
  return { ...(description !== undefined && { description }), anyOf: [isReference ? only : shape, { type: 'null' }] };
}
