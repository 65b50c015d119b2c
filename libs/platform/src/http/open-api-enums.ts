import type { OpenAPIObject } from '@nestjs/swagger';

type Json = Record<string, unknown>;

/** Where a list of values stands: in which class or parameter, and at which of its members. */
interface Use {
  readonly owner: string;
  readonly member: string;
  readonly schema: Json;
}

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Gives each list of values a name of its own among the schemas, so that a client gets one type for it and not one at each place. */
export function nameEnums(document: OpenAPIObject): OpenAPIObject {
  const schemas = (document.components?.schemas ?? {}) as Record<string, Json>;
  const uses = new Map<string, Use[]>();
  const note = (use: Use): void => {
    const key = keyOf(use.schema);
    if (key !== null) uses.set(key, [...(uses.get(key) ?? []), use]);
  };
  for (const [owner, schema] of Object.entries(schemas)) find(schema, owner.replace(/Dto$/, ''), '', note);
  for (const [path, item] of Object.entries(document.paths)) {
    const owner = pascalCase(
      path
        .split('/')
        .filter((part) => !/^(v1|admin|\{.*\})?$/.test(part))
        .join('-'),
    );
    find(item, owner, '', note);
  }
  const names = namesOf(uses, new Set(Object.keys(schemas)));
  for (const [key, places] of uses) {
    const name = names.get(key)!;
    const values = valuesOf(places[0]!.schema)!;
    for (const { schema } of places) refer(schema, name);
    schemas[name] = { type: 'string', enum: values };
  }
  return document;
}

const valuesOf = (schema: Json): string[] | null => {
  const { enum: values, type } = schema;
  const isText = type === 'string' || (Array.isArray(type) && type.includes('string'));
  if (!isText || !Array.isArray(values)) return null;
  return values.filter((value): value is string => typeof value === 'string').sort();
};

/** A choice of one is none, and that between true and false has its words already. */
function keyOf(schema: Json): string | null {
  const values = valuesOf(schema);
  if (values === null || values.length < 2 || values.join() === 'false,true') return null;
  return values.join();
}

function find(value: unknown, owner: string, member: string, note: (use: Use) => void): void {
  if (Array.isArray(value)) for (const item of value) find(item, owner, member, note);
  if (!isObject(value)) return;
  note({ owner, member, schema: value });
  for (const [name, inner] of Object.entries(value)) {
    if (name === 'properties' && isObject(inner)) {
      for (const [property, schema] of Object.entries(inner)) find(schema, owner, property, note);
    } else {
      // A parameter is called by its name.
      find(inner, owner, name === 'schema' && typeof value['name'] === 'string' ? value['name'] : member, note);
    }
  }
}

/** By the member where only one list stands at members of that name; else by the class and the member. */
function namesOf(uses: ReadonlyMap<string, readonly Use[]>, taken: ReadonlySet<string>): Map<string, string> {
  const listsOf = new Map<string, Set<string>>();
  for (const [key, places] of uses) {
    for (const { member } of places) listsOf.set(member, (listsOf.get(member) ?? new Set()).add(key));
  }
  const names = new Map<string, string>();
  const given = new Set(taken);
  for (const [key, places] of [...uses].sort(([one], [other]) => (one < other ? -1 : 1))) {
    const members = [...new Set(places.map(({ member }) => member))].sort();
    const alone = members.length === 1 && listsOf.get(members[0]!)!.size === 1 ? members[0]! : null;
    const first = [...places].sort(
      (one, other) => one.owner.length - other.owner.length || (one.owner < other.owner ? -1 : 1),
    )[0]!;
    const wanted =
      alone === null ? `${singular(first.owner)}${pascalCase(singular(first.member))}` : pascalCase(singular(alone));
    const name = given.has(wanted) ? `${wanted}Value` : wanted;
    given.add(name);
    names.set(key, name);
  }
  return names;
}

function refer(schema: Json, name: string): void {
  const $ref = `#/components/schemas/${name}`;
  const { type } = schema;
  const isNullable = Array.isArray(type) && type.includes('null');
  delete schema['type'];
  delete schema['enum'];
  if (isNullable) schema['anyOf'] = [{ $ref }, { type: 'null' }];
  else schema['$ref'] = $ref;
}

const pascalCase = (text: string): string =>
  text.replaceAll(/(?:^|[-_./])(\w)/g, (_, letter: string) => letter.toUpperCase());

const singular = (word: string): string => {
  if (word.endsWith('ies')) return `${word.slice(0, -3)}y`;
  return /[^su]s$/.test(word) ? word.slice(0, -1) : word;
};
