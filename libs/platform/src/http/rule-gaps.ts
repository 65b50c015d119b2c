import { getMetadataStorage, ValidationError, ValidationTypes } from 'class-validator';

type Rules = ReturnType<ReturnType<typeof getMetadataStorage>['getTargetValidationMetadatas']>;

/**
 * Finds what class-validator lets through and no handler reckons with: a list where a DTO has one object, as an empty
 * one has nothing to fail, and null for what is optional and whose type doesn't say `| null`. Looked for after the
 * ordinary rules have passed.
 */
export function gapsOfRules(dto: object): ValidationError[] {
  const rules = getMetadataStorage().getTargetValidationMetadatas(dto.constructor, '', false, false);
  return [...nullsForOptional(dto, rules), ...nestedGaps(dto, rules)];
}

function nullsForOptional(dto: object, rules: Rules): ValidationError[] {
  return rules
    .filter(({ name, propertyName }) => name === 'isOptional' && valueOf(dto, propertyName) === null)
    .filter(({ propertyName }) => !takesNull(dto.constructor, propertyName))
    .map(({ propertyName }) =>
      errorOf(propertyName, { constraints: { isOptional: `${propertyName} may be left out, but not be null` } }),
    );
}

function nestedGaps(dto: object, rules: Rules): ValidationError[] {
  const nested = rules.filter(({ type }) => type === ValidationTypes.NESTED_VALIDATION);
  return nested.flatMap(({ propertyName, each }) => {
    const value = valueOf(dto, propertyName);
    if (!each && Array.isArray(value) && !isDeclaredList(dto, propertyName)) return [notObject(propertyName)];
    const children = Array.isArray(value) ? gapsOfItems(value) : gapsOfValue(value);
    return children.length > 0 ? [errorOf(propertyName, { children })] : [];
  });
}

function gapsOfItems(items: readonly unknown[]): ValidationError[] {
  return items.flatMap((item, index) => {
    if (Array.isArray(item)) return [notObject(String(index))];
    const children = gapsOfValue(item);
    return children.length > 0 ? [errorOf(String(index), { children })] : [];
  });
}

const gapsOfValue = (value: unknown): ValidationError[] =>
  typeof value === 'object' && value !== null ? gapsOfRules(value) : [];

const valueOf = (dto: object, property: string): unknown => (dto as Readonly<Record<string, unknown>>)[property];

/** The compiler's plugin for the API's document leaves what it knows of the types of a `*.dto.ts` in this member. */
const knownTypes = '_OPENAPI_METADATA_FACTORY';
type KnownTypes = () => Readonly<Record<string, { readonly nullable?: boolean } | undefined>>;

function takesNull(dtoClass: Function, property: string): boolean {
  for (let level: unknown = dtoClass; typeof level === 'function'; level = Object.getPrototypeOf(level)) {
    if (!Object.hasOwn(level, knownTypes)) continue;
    const known = Reflect.get(level, knownTypes) as KnownTypes;
    const described = known()[property];
    if (described) return described.nullable === true;
  }
  return false;
}

const isDeclaredList = (dto: object, property: string): boolean =>
  Reflect.getMetadata('design:type', Object.getPrototypeOf(dto) as object, property) === Array;

const notObject = (property: string): ValidationError =>
  errorOf(property, { constraints: { isObject: `${property} must be an object` } });

const errorOf = (property: string, found: Partial<ValidationError>): ValidationError =>
  Object.assign(new ValidationError(), { property, ...found });
