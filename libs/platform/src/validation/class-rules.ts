import 'reflect-metadata';
import { TransformationType } from 'class-transformer';
import { defaultMetadataStorage } from 'class-transformer/cjs/storage.js';
import { getMetadataStorage, type ValidationArguments, ValidationTypes } from 'class-validator';
import { messageOf } from './rule-message.js';
import { sureLookOf } from './sure-looks.js';

export type DtoClass = new () => object;
type Metadata = ReturnType<ReturnType<typeof getMetadataStorage>['getTargetValidationMetadatas']>[number];

/** One rule: null where the value follows it, otherwise why not. */
export interface Check {
  readonly rule: string;
  readonly refusal: (object: object, value: unknown) => string | null;
}

/** All that a class says about one of its members. */
export interface MemberRules {
  readonly name: string;
  /** Where one of them doesn't hold, the value is left alone. */
  readonly conditions: readonly ((object: object, value: unknown) => boolean)[];
  /** About the value as it is: its kind, its length. They come first, and cost the same however much is in it. */
  readonly whole: readonly Check[];
  /** About what is in it. */
  readonly items: readonly Check[];
  readonly nested: NestedRules | null;
  /** Whether text is read as a number, as in queries. */
  readonly isNumber: boolean;
  /** Whether it may be left out and yet not be null. */
  readonly refusesNull: boolean;
}

export interface NestedRules {
  readonly dtoClass: DtoClass;
  readonly isList: boolean;
  readonly refusal: (value: unknown) => string;
}

/** Rules of class-validator that look at each item by themselves. */
const rulesAboutItems: ReadonlySet<string> = new Set(['arrayUnique', 'arrayContains', 'arrayNotContains']);
/** That a value is of another kind says more than that it also isn't long or big enough, so it is said first. */
const kinds: ReadonlySet<string> = new Set(['isString', 'isInt', 'isNumber', 'isBoolean', 'isArray', 'isObject']);
const rankOf = ({ rule }: Check): number => (kinds.has(rule) ? 0 : 1);

const understood: ReadonlySet<string> = new Set([
  ValidationTypes.CUSTOM_VALIDATION,
  ValidationTypes.NESTED_VALIDATION,
  ValidationTypes.CONDITIONAL_VALIDATION,
  ValidationTypes.IS_DEFINED,
  ValidationTypes.WHITELIST,
]);

/**
 * The rules of a class, from what the decorators of class-validator and class-transformer left with them. Fails for
 * a class without rules, and for any decorator whose meaning isn't known here, so that none is passed over in silence.
 */
export function rulesOf(dtoClass: DtoClass): readonly MemberRules[] {
  const storage = getMetadataStorage();
  const all = storage.getTargetValidationMetadatas(dtoClass, '', false, false);
  if (all.length === 0) throw new Error(`${dtoClass.name} has no rules that its values could be checked by`);
  for (const metadata of all) assertUnderstood(dtoClass, metadata);
  const byName = Object.entries(storage.groupByPropertyName(all));
  assertPlain(
    dtoClass,
    byName.map(([name]) => name),
  );
  return byName.map(([name, metadatas]) => memberRules(dtoClass, name, metadatas));
}

function memberRules(dtoClass: DtoClass, name: string, metadatas: readonly Metadata[]): MemberRules {
  const of = (type: string) => metadatas.filter((metadata) => metadata.type === type);
  const ruled = [...of(ValidationTypes.IS_DEFINED), ...of(ValidationTypes.CUSTOM_VALIDATION)];
  const isAboutItems = ({ each, name: rule = '' }: Metadata): boolean => each || rulesAboutItems.has(rule);
  const checks = (some: readonly Metadata[]): Check[] =>
    some.flatMap((metadata) => checksOf(dtoClass, metadata)).sort((one, other) => rankOf(one) - rankOf(other));
  const conditional = of(ValidationTypes.CONDITIONAL_VALIDATION);
  const isOptional = conditional.some(({ name: rule }) => rule === 'isOptional');
  const type = typeOf(dtoClass, name);
  const nested = nestedRules(dtoClass, name, of(ValidationTypes.NESTED_VALIDATION), type);
  // Whoever reads it would look into what isn't there.
  if (nested !== null && conditional.length === 0 && !checks(ruled).some(refusesNothing))
    throw notUnderstood(dtoClass, name, '@ValidateNested of what may be missing, without @IsOptional,');
  return {
    name,
    conditions: conditional.map(({ constraints }) => constraints[0] as MemberRules['conditions'][number]),
    whole: checks(ruled.filter((metadata) => !isAboutItems(metadata))),
    items: checks(ruled.filter(isAboutItems)),
    nested,
    isNumber: type === Number,
    refusesNull: isOptional && !takesNull(dtoClass, name),
  };
}

const refusesNothing = ({ refusal }: Check): boolean => refusal({}, undefined) !== null;

function checksOf(dtoClass: DtoClass, metadata: Metadata): Check[] {
  const { constraints, propertyName: property, each } = metadata;
  const targetName = dtoClass.name;
  return getMetadataStorage()
    .getTargetValidatorConstraints(metadata.constraintCls)
    .map(({ instance, name, async: isAsync }) => {
      if (isAsync) throw notUnderstood(dtoClass, property, `the rule ${name}, which answers later,`);
      const isSure = each ? undefined : sureLookOf(name);
      const refusal = (object: object, value: unknown): string | null => {
        if (isSure?.(value)) return null;
        const given: ValidationArguments = { targetName, property, object, value, constraints };
        // An answer that is a promise is no `true`.
        const holds = (one: unknown): boolean => instance.validate(one, given) === true;
        const isFit = each && Array.isArray(value) ? value.every(holds) : holds(value);
        return isFit ? null : messageOf(metadata.message || (instance.defaultMessage?.(given) ?? ''), given);
      };
      return { rule: name, refusal };
    });
}

function nestedRules(
  dtoClass: DtoClass,
  name: string,
  [metadata, another]: readonly Metadata[],
  type: unknown,
): NestedRules | null {
  if (metadata === undefined) {
    if (type === undefined || type === Number) return null;
    throw notUnderstood(dtoClass, name, '@Type of a class without @ValidateNested');
  }
  if (another !== undefined) throw notUnderstood(dtoClass, name, '@ValidateNested twice');
  if (typeof type !== 'function' || type === Number)
    throw notUnderstood(dtoClass, name, '@ValidateNested without @Type');
  const given = { targetName: dtoClass.name, property: name, constraints: metadata.constraints };
  return {
    dtoClass: type as DtoClass,
    isList: metadata.each || Reflect.getMetadata('design:type', dtoClass.prototype as object, name) === Array,
    refusal: (value) => messageOf(metadata.message, { ...given, object: dtoClass, value }),
  };
}

/** What `@Type` names; undefined without. */
function typeOf(dtoClass: DtoClass, name: string): unknown {
  const metadata = defaultMetadataStorage.findTypeMetadata(dtoClass, name);
  if (metadata?.options?.discriminator) throw notUnderstood(dtoClass, name, '@Type with a discriminator');
  return metadata?.typeFunction?.({ newObject: {}, object: {}, property: name });
}

function assertUnderstood(dtoClass: DtoClass, metadata: Metadata): void {
  const { type, name, propertyName, validateIf, groups } = metadata;
  if (!understood.has(type)) throw notUnderstood(dtoClass, propertyName, `a rule of the kind ${type}`);
  if (validateIf !== undefined) throw notUnderstood(dtoClass, propertyName, `\`validateIf\` of ${name ?? type}`);
  if (groups?.length > 0) throw notUnderstood(dtoClass, propertyName, `groups of ${name ?? type}`);
}

/** Of class-transformer's decorators `@Type` alone is in use; the others change what a value is. */
function assertPlain(dtoClass: DtoClass, names: readonly string[]): void {
  const kind = TransformationType.PLAIN_TO_CLASS;
  const [hidden] = [
    ...defaultMetadataStorage.getExposedProperties(dtoClass, kind),
    ...defaultMetadataStorage.getExcludedProperties(dtoClass, kind),
  ];
  if (hidden !== undefined) throw notUnderstood(dtoClass, hidden, '@Expose or @Exclude');
  const changed = names.find((name) => defaultMetadataStorage.findTransformMetadatas(dtoClass, name, kind).length > 0);
  if (changed !== undefined) throw notUnderstood(dtoClass, changed, '@Transform');
}

const notUnderstood = (dtoClass: DtoClass, property: string, what: string): Error =>
  new Error(`${dtoClass.name}.${property}: ${what} is not understood by the compiled validation`);

/** The compiler's plugin for the API's document leaves what it knows of the types of a `*.dto.ts` in this member. */
const knownTypes = '_OPENAPI_METADATA_FACTORY';
type KnownTypes = () => Readonly<Record<string, { readonly nullable?: boolean } | undefined>>;

function takesNull(dtoClass: DtoClass, property: string): boolean {
  for (let level: unknown = dtoClass; typeof level === 'function'; level = Object.getPrototypeOf(level)) {
    if (!Object.hasOwn(level, knownTypes)) continue;
    const known = Reflect.get(level, knownTypes) as KnownTypes;
    const described = known()[property];
    if (described) return described.nullable === true;
  }
  return false;
}
