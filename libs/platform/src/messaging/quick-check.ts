import { getMetadataStorage, type ValidationArguments } from 'class-validator';
import { sureLookOf } from '../validation/index.js';

type Class = new () => object;

/** What a class says about one of its properties. */
interface Rule {
  readonly property: string;
  /** All have to agree for the others to be looked at. */
  readonly conditions: readonly ((object: object, value: unknown) => boolean)[];
  readonly checks: readonly Check[];
  readonly isNested: boolean;
}

interface Check {
  readonly each: boolean;
  readonly constraints: unknown[];
  readonly isSure: ((value: unknown) => boolean) | undefined;
  readonly validate: (value: unknown, given: ValidationArguments) => unknown;
}

/** Null for a class with a kind of rule that isn't known here. */
const known = new Map<Function, readonly Rule[] | null>();

/**
 * Whether an object surely fits what its class says, by the same rules as class-validator's, looked up once per class and
 * not for each object. False means only that class-validator has to look.
 */
export const surelyFits = (object: object): boolean => {
  const rules = rulesOf(object.constructor);
  return rules !== null && rules.length > 0 && rules.every((rule) => follows(object, rule));
};

const follows = (object: object, { property, conditions, checks, isNested }: Rule): boolean => {
  const value = (object as Record<string, unknown>)[property];
  if (!conditions.every((condition) => condition(object, value))) return true;
  return checks.every((check) => passes(object, property, value, check)) && (!isNested || nestedFits(value));
};

const passes = (object: object, property: string, value: unknown, check: Check): boolean => {
  const { each, constraints, isSure, validate } = check;
  if (isSure?.(value)) return true;
  const given = { targetName: object.constructor.name, property, object, value, constraints };
  // Answers that are promises are no `true`.
  if (each && Array.isArray(value)) return value.every((one) => validate(one, given) === true);
  return validate(value, given) === true;
};

const nestedFits = (value: unknown): boolean => {
  if (Array.isArray(value)) return value.every(nestedFits);
  return value instanceof Object && surelyFits(value);
};

const rulesOf = (target: Function): readonly Rule[] | null => {
  const found = known.get(target);
  if (found !== undefined) return found;
  const rules = compile(target as Class);
  known.set(target, rules);
  return rules;
};

const kinds = new Set(['customValidation', 'nestedValidation', 'conditionalValidation', 'whitelistValidation']);

const compile = (target: Class): readonly Rule[] | null => {
  const storage = getMetadataStorage();
  const metadatas = storage.getTargetValidationMetadatas(target, '', false, false);
  if (metadatas.some(({ type, validateIf }) => !kinds.has(type) || validateIf !== undefined)) return null;
  const of = (kind: string, all: typeof metadatas) => all.filter(({ type }) => type === kind);
  return Object.entries(storage.groupByPropertyName(metadatas)).map(([property, all]) => ({
    property,
    conditions: of('conditionalValidation', all).map(({ constraints }) => constraints[0]),
    checks: of('customValidation', all).flatMap(({ each, constraints, constraintCls }) =>
      storage.getTargetValidatorConstraints(constraintCls).map(({ instance, name }) => ({
        each,
        constraints,
        isSure: each ? undefined : sureLookOf(name),
        validate: (value: unknown, given: ValidationArguments) => instance.validate(value, given),
      })),
    ),
    isNested: of('nestedValidation', all).length > 0,
  }));
};
