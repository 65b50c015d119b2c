import type { JsonSchema } from './event-schemas.js';

const id = '0197a000-0000-7000-8000-00000000000a';
const byFormat: Readonly<Record<string, string>> = {
  'date-time': '2026-11-30T09:00:00.000Z',
  date: '2026-11-30',
  uuid: id,
  time: '09:00',
  email: 'somebody@example.org',
  uri: 'https://example.org',
};
/** What a text looks like whose schema says so by a pattern; an example for each pattern there is. */
const texts = [id, 'EUR', 'ES', 'es', 'Europe/Madrid', '09:00', 'inbox-triage', 'a'.repeat(64), '2026-11-30', '1'];

/** Data that a schema takes: what has to be there, and nothing else. The same schema gives the same data. */
export function exampleOf(schema: JsonSchema, named: (reference: string) => JsonSchema): unknown {
  const reference = schema['$ref'];
  if (typeof reference === 'string') return exampleOf(named(reference), named);
  const choices = schema['anyOf'] ?? schema['oneOf'] ?? schema['allOf'];
  if (Array.isArray(choices)) return exampleOf(choices[0] as JsonSchema, named);
  if ('const' in schema) return schema['const'];
  if (Array.isArray(schema['enum'])) return schema['enum'][0];
  const type = Array.isArray(schema['type']) ? (schema['type'] as unknown[])[0] : schema['type'];
  switch (type) {
    case 'object':
      return objectOf(schema, named);
    case 'array': {
      const items = schema['items'] as JsonSchema | undefined;
      const count = Math.max(1, Number(schema['minItems'] ?? 1));
      return items === undefined ? [] : Array.from({ length: count }, () => exampleOf(items, named));
    }
    case 'integer':
    case 'number':
      return Math.min(Math.max(1, Number(schema['minimum'] ?? 1)), Number(schema['maximum'] ?? Infinity));
    case 'boolean':
      return true;
    case 'string':
      return textOf(schema);
    default:
      return null;
  }
}

function objectOf(schema: JsonSchema, named: (reference: string) => JsonSchema): Record<string, unknown> {
  const { properties = {}, required = [] } = schema;
  return Object.fromEntries(
    Object.entries(properties)
      .filter(([name]) => required.includes(name))
      .map(([name, property]) => [name, exampleOf(property, named)]),
  );
}

function textOf(schema: JsonSchema): string {
  const format = schema['format'];
  if (typeof format === 'string' && byFormat[format] !== undefined) return byFormat[format];
  const pattern = schema['pattern'];
  const fits = (text: string): boolean =>
    (typeof pattern !== 'string' || new RegExp(pattern, 'u').test(text)) &&
    text.length >= Number(schema['minLength'] ?? 0) &&
    text.length <= Number(schema['maxLength'] ?? Infinity);
  return ['text', ...texts].find(fits) ?? 'text';
}
