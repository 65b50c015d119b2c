import { getMetadataStorage } from 'class-validator';
import { validationMetadatasToSchemas } from 'class-validator-jsonschema';
import { defaultMetadataStorage } from 'class-transformer/cjs/storage.js';
import { type EventClass, eventTypes } from '#contracts';
import { eventProperties } from './event-properties.js';

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
    additionalConverters: { isIso8601: asDateOrInstant, isDateString: asDateOrInstant, isIn: asOneOf },
  }) as Record<string, JsonSchema>;
  const byType = [...events].sort((one, other) => (one.type < other.type ? -1 : 1));
  return new Map(byType.map((event) => [event.type, schemaOf(event.type, shapeOf(event, shapes), shapes)]));
}

/**
 * What class-validator takes for ISO 8601 is a date or an instant, and as `oneOf` of the two it is neither to a validator that doesn't
 * look into formats: both fit. Names say which it is.
 */
function asDateOrInstant({ propertyName }: { propertyName: string }) {
  const instant = { type: 'string' as const, format: 'date-time' };
  if (/(At|Until)$/.test(propertyName)) return instant;
  const date = { type: 'string' as const, format: 'date' };
  return /(On|From|To)$/.test(propertyName) ? date : { anyOf: [date, instant] };
}

/**
 * One of some values of a type. What is always there and may be null is one of them or null, as what may be left out is: in one list of both
 * it would have no type.
 */
function asOneOf({ constraints: [values] }: { constraints: unknown[] }) {
  const known = (values as readonly unknown[]).filter((value) => value !== null);
  const oneOf = { type: typeof known[0] as 'string' | 'number', enum: known };
  return known.length === (values as readonly unknown[]).length ? oneOf : { anyOf: [oneOf, { type: 'null' as const }] };
}

/** A class that adds no rules to those that it inherits has no shape of its own. */
function shapeOf(event: EventClass, shapes: Readonly<Record<string, JsonSchema>>): JsonSchema {
  const own = shapes[event.name];
  const parent: unknown = Object.getPrototypeOf(event);
  if (own !== undefined) return own;
  return parent === Function.prototype ? { type: 'object' } : shapeOf(parent as EventClass, shapes);
}

function schemaOf(type: string, shape: JsonSchema, shapes: Readonly<Record<string, JsonSchema>>): JsonSchema {
  const own = described(type, takingNull(shape));
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

/** With the words for each property, those of the class before those of all. */
function described(owner: string, shape: JsonSchema): JsonSchema {
  const properties = Object.entries(shape.properties ?? {}).map(([name, property]) => {
    const description = eventProperties[`${owner}.${name}`] ?? eventProperties[name];
    return [name, description === undefined ? property : { description, ...property }];
  });
  return { ...shape, properties: Object.fromEntries(properties) as Record<string, JsonSchema> };
}

function reachable(
  schema: JsonSchema,
  shapes: Readonly<Record<string, JsonSchema>>,
  found = new Map<string, JsonSchema>(),
): Map<string, JsonSchema> {
  for (const name of referencesIn(schema)) {
    const shape = shapes[name];
    if (found.has(name) || shape === undefined) continue;
    found.set(name, described(name, takingNull(shape)));
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
