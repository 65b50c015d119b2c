import { getMetadataStorage } from 'class-validator';
import { validationMetadatasToSchemas } from 'class-validator-jsonschema';
import { defaultMetadataStorage } from 'class-transformer/cjs/storage.js';
import { type EventClass, eventTypes } from '#contracts';

export interface JsonSchema {
  readonly [keyword: string]: unknown;
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
  readonly $defs?: Readonly<Record<string, JsonSchema>>;
}

const definitions = '#/$defs/';

/** The JSON Schema (2020-12) of each event's data by the event's type, in order of the types. */
export function eventSchemas(events: readonly EventClass[] = eventTypes): ReadonlyMap<string, JsonSchema> {
  assertOneClassPerName();
  const shapes = validationMetadatasToSchemas({
    refPointerPrefix: definitions,
    classTransformerMetadataStorage: defaultMetadataStorage,
  }) as Record<string, JsonSchema>;
  const byType = [...events].sort((one, other) => (one.type < other.type ? -1 : 1));
  return new Map(byType.map((event) => [event.type, schemaOf(event.type, shapeOf(event, shapes), shapes)]));
}

/** A class that adds no rules to those that it inherits has no shape of its own. */
function shapeOf(event: EventClass, shapes: Readonly<Record<string, JsonSchema>>): JsonSchema {
  const own = shapes[event.name];
  const parent: unknown = Object.getPrototypeOf(event);
  if (own !== undefined) return own;
  return parent === Function.prototype ? { type: 'object' } : shapeOf(parent as EventClass, shapes);
}

function schemaOf(type: string, shape: JsonSchema, shapes: Readonly<Record<string, JsonSchema>>): JsonSchema {
  const own = takingNull(shape);
  const nested = [...reachable(own, shapes)].sort(([one], [other]) => (one < other ? -1 : 1));
  return sorted({
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: `${type}.schema.json`,
    title: type,
    ...own,
    ...(nested.length > 0 && { $defs: Object.fromEntries(nested) }),
  });
}

/** What may be left out may also be null, as consumers take both. */
function takingNull(shape: JsonSchema): JsonSchema {
  const { properties = {}, required = [] } = shape;
  const taking = Object.entries(properties).map(([name, property]) => [
    name,
    required.includes(name) ? property : { anyOf: [property, { type: 'null' }] },
  ]);
  return { ...shape, properties: Object.fromEntries(taking) as Record<string, JsonSchema> };
}

function reachable(
  schema: JsonSchema,
  shapes: Readonly<Record<string, JsonSchema>>,
  found = new Map<string, JsonSchema>(),
): Map<string, JsonSchema> {
  for (const name of referencesIn(schema)) {
    const shape = shapes[name];
    if (found.has(name) || shape === undefined) continue;
    found.set(name, takingNull(shape));
    reachable(shape, shapes, found);
  }
  return found;
}

function referencesIn(value: unknown): string[] {
  if (typeof value === 'string' && value.startsWith(definitions)) return [value.slice(definitions.length)];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(referencesIn) : [];
}

/** Schemas go by the names of classes; two classes of one name would become one. */
function assertOneClassPerName(): void {
  const classes = new Map<string, unknown>();
  for (const target of ([...getMetadataStorage()['validationMetadatas'].keys()] as Function[]).filter(Boolean)) {
    if (classes.has(target.name)) throw new Error(`Two classes with validation rules are called ${target.name}`);
    classes.set(target.name, target);
  }
}

/** What is required as well: in which class a member stands is nothing that a consumer has to see. */
function sorted<T>(value: T): T {
  if (Array.isArray(value) || typeof value !== 'object' || value === null) return value;
  const members = Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1));
  return Object.fromEntries(
    members.map(([name, member]) => [
      name,
      name === 'required' && Array.isArray(member) ? [...member].sort() : sorted(member as unknown),
    ]),
  ) as T;
}
