import { plainToInstance } from 'class-transformer';
import { getMetadataStorage, validate, type ValidationError, ValidationTypes } from 'class-validator';

/** A refused value, as an answer names it. */
export interface Refusal {
  readonly pointer: string;
  readonly code: string;
  readonly detail: string;
}

type Rules = ReturnType<ReturnType<typeof getMetadataStorage>['getTargetValidationMetadatas']>;

/**
 * Reads a body by class-transformer and class-validator themselves, with all that they find; what is missing is required, and that is all. What they let through and
 * nobody reckons with comes after, where they find nothing: a list in place of an object, and null for what is optional
 * and whose type doesn't say `| null`.
 */
export async function readByReference(
  dtoClass: new () => object,
  body: object,
): Promise<{ dto: object; refusals: Refusal[] }> {
  const dto = plainToInstance(dtoClass, body);
  const errors = await validate(dto, { whitelist: true, forbidNonWhitelisted: true, forbidUnknownValues: true });
  const refusals = refusalsOf(errors, '');
  return { dto, refusals: refusals.length > 0 ? refusals : gapsOf(dto, '') };
}

/** A name as a step of a pointer (RFC 6901). */
export const escaped = (name: string): string => name.replaceAll('~', '~0').replaceAll('/', '~1');

const kinds: ReadonlySet<string> = new Set(['isString', 'isInt', 'isNumber', 'isBoolean', 'isArray', 'isObject']);
const rankOf = (rule: string): number => (kinds.has(rule) ? 0 : 1);

const refusalsOf = (errors: readonly ValidationError[], above: string): Refusal[] =>
  errors.flatMap(({ property, value, constraints = {}, children = [] }) => {
    const pointer = `${above}/${escaped(property)}`;
    if (value === undefined && Object.keys(constraints).length > 0) {
      return [{ pointer, code: 'required', detail: `${property} is required` }];
    }
    const own = Object.entries(constraints)
      // What isn't there, or is no list, can't be looked into either, which goes without saying.
      .filter(([rule], _index, all) => rule !== ValidationTypes.NESTED_VALIDATION || all.length === 1)
      .sort(([one], [other]) => rankOf(one) - rankOf(other));
    return [
      ...own.map(([rule, message]) =>
        rule === ValidationTypes.WHITELIST
          ? { pointer, code: 'unknown', detail: 'This is not taken here.' }
          : { pointer, code: rule, detail: message },
      ),
      ...refusalsOf(children, pointer),
    ];
  });

function gapsOf(dto: object, above: string): Refusal[] {
  const rules = getMetadataStorage().getTargetValidationMetadatas(dto.constructor, '', false, false);
  return [...nullsForOptional(dto, rules, above), ...nestedGaps(dto, rules, above)];
}

const nullsForOptional = (dto: object, rules: Rules, above: string): Refusal[] =>
  rules
    .filter(({ name, propertyName }) => name === 'isOptional' && valueOf(dto, propertyName) === null)
    .filter(({ propertyName }) => !takesNull(dto.constructor, propertyName))
    .map(({ propertyName }) => ({
      pointer: `${above}/${propertyName}`,
      code: 'isOptional',
      detail: `${propertyName} may be left out, but not be null`,
    }));

const nestedGaps = (dto: object, rules: Rules, above: string): Refusal[] =>
  rules
    .filter(({ type }) => type === ValidationTypes.NESTED_VALIDATION)
    .flatMap(({ propertyName, each }) => {
      const pointer = `${above}/${propertyName}`;
      const value = valueOf(dto, propertyName);
      if (!Array.isArray(value)) return gapsOfValue(value, pointer);
      if (!each) return [noObject(pointer)];
      return value.flatMap((item, index) => gapsOfValue(item, `${pointer}/${index}`));
    });

const gapsOfValue = (value: unknown, pointer: string): Refusal[] => {
  if (Array.isArray(value)) return [noObject(pointer)];
  return typeof value === 'object' && value !== null ? gapsOf(value, pointer) : [];
};

const noObject = (pointer: string): Refusal => ({
  pointer,
  code: 'isObject',
  detail: `${pointer.split('/').at(-1) ?? ''} must be an object`,
});

const valueOf = (dto: object, property: string): unknown => (dto as Readonly<Record<string, unknown>>)[property];

function takesNull(dtoClass: Function, property: string): boolean {
  for (let level: unknown = dtoClass; typeof level === 'function'; level = Object.getPrototypeOf(level)) {
    if (!Object.hasOwn(level, '_OPENAPI_METADATA_FACTORY')) continue;
    const known = Reflect.get(level, '_OPENAPI_METADATA_FACTORY') as () => Record<string, { nullable?: boolean }>;
    const described = known()[property];
    if (described) return described.nullable === true;
  }
  return false;
}
