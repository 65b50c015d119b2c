import type { JsonSchema } from './event-schemas.js';

/**
 * What of a schema breaks those who go by an earlier one of the same version, named by its path. Two kinds read an event:
 * consumers that know the earlier schema, and projections that are rebuilt from events which were written under it. So
 * nothing may be gone or may be missing that was always there, and nothing may be refused that was taken: no property
 * may become required, no type, value or limit narrower. A value that an enum gets is no break: consumers are released
 * before whoever writes it, and others are told that enums may grow (CONTRIBUTING.md).
 */
export function incompatibilities(earlier: JsonSchema, later: JsonSchema): string[] {
  const places = { '': [earlier, later] as const, ...sharedDefinitions(earlier, later) };
  return Object.entries(places).flatMap(([place, [before, after]]) => compare(place, before, after));
}

function sharedDefinitions(earlier: JsonSchema, later: JsonSchema): Record<string, readonly [JsonSchema, JsonSchema]> {
  const kept = Object.entries(earlier.$defs ?? {}).flatMap(([name, before]) => {
    const after = later.$defs?.[name];
    return after === undefined ? [] : [[`${name}.`, [before, after] as const] as const];
  });
  return Object.fromEntries(kept);
}

function compare(place: string, before: JsonSchema, after: JsonSchema): string[] {
  const { properties = {}, required = [] } = after;
  const demanded = required.filter((name) => !(before.required ?? []).includes(name));
  const changed = Object.entries(before.properties ?? {}).flatMap(([name, property]) => {
    const now = properties[name];
    if (now === undefined) return [`${place}${name} is gone`];
    const wasRequired = (before.required ?? []).includes(name);
    const missing = wasRequired && !required.includes(name) ? [`${place}${name} may be missing now`] : [];
    // What is required now takes no null for that reason alone.
    return [...missing, ...narrowings(`${place}${name}`, property, now, !demanded.includes(name))];
  });
  return [...changed, ...demanded.map((name) => `${place}${name} is required now`)];
}

/** In which ways a value takes less than it did, or something else. */
function narrowings(path: string, before: JsonSchema, after: JsonSchema, withNull = true): string[] {
  const [was, is] = [alternativesOf(before), alternativesOf(after)];
  if (typesOf(was) !== typesOf(is)) return [`${path} has another type`];
  const lostNull = withNull && was.some(isNull) && !is.some(isNull) ? [`${path} takes no null any more`] : [];
  const [[one, ...others], [other, ...more]] = [was.filter(notNull), is.filter(notNull)];
  // Where there are several kinds of value, which of them became narrower can't be told.
  const isPlain = one !== undefined && other !== undefined && others.length === 0 && more.length === 0;
  return [...lostNull, ...lostValues(path, was, is), ...(isPlain ? narrowerLimits(path, one, other) : [])];
}

/** Null for anything. */
function valuesOf(alternatives: readonly JsonSchema[]): readonly unknown[] | null {
  const listed = alternatives
    .filter(notNull)
    .map(({ enum: values, const: only }) => values ?? (only === undefined ? null : [only]));
  return listed.includes(null) ? null : (listed.flat() as unknown[]);
}

function lostValues(path: string, before: readonly JsonSchema[], after: readonly JsonSchema[]): string[] {
  const [was, is] = [valuesOf(before), valuesOf(after)];
  if (is === null) return [];
  if (was === null) return [`${path} takes certain values only now`];
  return was
    .filter((value) => !is.includes(value))
    .map((value) => `${path} takes no ${JSON.stringify(value)} any more`);
}

/** Limits below which, or above which, nothing is taken. */
const lowest = ['minimum', 'exclusiveMinimum', 'minLength', 'minItems'] as const;
const highest = ['maximum', 'exclusiveMaximum', 'maxLength', 'maxItems'] as const;
const exact = ['pattern', 'format', 'multipleOf', 'uniqueItems'] as const;

function narrowerLimits(path: string, before: JsonSchema, after: JsonSchema): string[] {
  const numberIn = (schema: JsonSchema, limit: string, none: number): number =>
    typeof schema[limit] === 'number' ? schema[limit] : none;
  const narrower = [
    ...lowest.filter((limit) => numberIn(after, limit, -Infinity) > numberIn(before, limit, -Infinity)),
    ...highest.filter((limit) => numberIn(after, limit, Infinity) < numberIn(before, limit, Infinity)),
    ...exact.filter((limit) => after[limit] !== undefined && after[limit] !== before[limit]),
  ];
  const inItems =
    isSchema(before.items) && isSchema(after.items) ? narrowings(`${path}[]`, before.items, after.items) : [];
  return [...narrower.map((limit) => `${path} has a narrower ${limit}`), ...inItems];
}

const isSchema = (value: unknown): value is JsonSchema =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isNull = ({ type }: JsonSchema): boolean => type === 'null';
const notNull = (schema: JsonSchema): boolean => !isNull(schema);

/** The kinds of value that a schema takes. */
function alternativesOf(schema: JsonSchema): JsonSchema[] {
  const nested = [schema['anyOf'], schema['oneOf']].flatMap((each) =>
    Array.isArray(each) ? (each as JsonSchema[]) : [],
  );
  return nested.length === 0 ? [schema] : nested.flatMap(alternativesOf);
}

/** The types alone, null aside. */
function typesOf(alternatives: readonly JsonSchema[]): string {
  const types = alternatives
    .filter(notNull)
    .map(({ type, $ref, items }) =>
      [type, $ref, isSchema(items) ? `of ${typesOf(alternativesOf(items))}` : undefined]
        .filter(Boolean)
        .sort()
        .join(' | '),
    );
  return [...new Set(types)].sort().join(' | ');
}
