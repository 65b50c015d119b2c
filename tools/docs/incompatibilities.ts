import type { JsonSchema } from './event-schemas.js';

/**
 * What of a schema breaks those who go by an earlier one of the same version: a property that is gone, one that was not
 * required and is, and one of another type. Names each by its path.
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
  const changed = Object.entries(before.properties ?? {}).flatMap(([name, property]) => {
    const now = properties[name];
    if (now === undefined) return [`${place}${name} is gone`];
    return typeOf(property) === typeOf(now) ? [] : [`${place}${name} has another type`];
  });
  const demanded = required.filter((name) => !(before.required ?? []).includes(name));
  return [...changed, ...demanded.map((name) => `${place}${name} is required now`)];
}

/** The types alone; limits may move, and what may be null may stop being so without changing its type. */
function typeOf(schema: unknown): string {
  if (typeof schema !== 'object' || schema === null) return '';
  const { type, $ref, items, anyOf, oneOf } = schema as Record<string, unknown>;
  const choices = [anyOf, oneOf]
    .flatMap((alternatives) => (Array.isArray(alternatives) ? alternatives.map(typeOf) : []))
    .filter((choice) => choice !== 'null');
  const own = [type, $ref, items === undefined ? undefined : `of ${typeOf(items)}`].filter(Boolean);
  return [...new Set([...own, ...choices])].sort().join(' | ');
}
