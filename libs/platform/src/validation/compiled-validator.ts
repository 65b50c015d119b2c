import { faultSentence, textFaultIn } from '#text';
import { type DtoClass, type MemberRules, type NestedRules, rulesOf } from './class-rules.js';
import { type Finding, Findings } from './findings.js';
import { notTaken } from './nearest-name.js';

type Members = Record<string, unknown>;

/** What becomes of members that the class has no rule for. */
export type UnknownMembers = 'refuse' | 'drop';

/** A value read by the rules of a class: fit for use where there are no findings. */
export interface Reading<Dto> {
  readonly dto: Dto;
  readonly findings: readonly Finding[];
}

/**
 * Reads values by the rules that stand at a class's members, which are looked up once and not for each value. It gives
 * instances of the class, as class-transformer would, and refuses what class-validator refuses, in its words; but kinds,
 * lengths and unknown members first: what is in a list that is too long, or in a list in place of an object, is not
 * looked at. What is missing is required, whatever else the rules would say of it. After 50 findings it stops. Besides, it
 * refuses what isn't text in a text, and null for what is optional and whose type doesn't say `| null`.
 */
export class CompiledValidator<Dto extends object = object> {
  private members: ReadonlyMap<string, Member> = new Map();

  private constructor(private readonly dtoClass: new () => Dto) {}

  /** Fails for a class with a rule that isn't understood, or with none. */
  static of<Dto extends object>(dtoClass: new () => Dto): CompiledValidator<Dto> {
    const known = compiled.get(dtoClass);
    if (known) return known as CompiledValidator<Dto>;
    const validator = new CompiledValidator(dtoClass);
    // Before its members are, so that a class can be nested in itself.
    compiled.set(dtoClass, validator);
    try {
      validator.members = new Map(rulesOf(dtoClass).map((rules) => [rules.name, new Member(rules)]));
    } catch (error) {
      compiled.delete(dtoClass);
      throw error;
    }
    return validator;
  }

  /** @param raw An object as JSON or a query gives it; it stays as it is. */
  read(raw: object, unknownMembers: UnknownMembers): Reading<Dto> {
    const findings = new Findings();
    const dto = this.readInto(findings, raw, unknownMembers);
    return { dto, findings: findings.all };
  }

  /** Somebody who mistypes a name leaves out the right one. */
  private notTaken(name: string, raw: object): string {
    return notTaken(
      name,
      [...this.members.keys()].filter((known) => !Object.hasOwn(raw, known)),
    );
  }

  readInto(findings: Findings, raw: object, unknownMembers: UnknownMembers): Dto {
    const dto = new this.dtoClass();
    for (const name of Object.keys(raw)) {
      const member = this.members.get(name);
      if (member) (dto as Members)[name] = member.taken((raw as Members)[name]);
      else if (unknownMembers === 'refuse') findings.add(name, 'unknown', this.notTaken(name, raw));
      if (findings.isFull) return dto;
    }
    for (const member of this.members.values()) {
      member.check(findings, dto as Members, unknownMembers);
      if (findings.isFull) return dto;
    }
    return dto;
  }
}

const compiled = new Map<DtoClass, CompiledValidator>();

class Member {
  private readonly nested: CompiledValidator | null;

  constructor(private readonly rules: MemberRules) {
    this.nested = rules.nested && CompiledValidator.of(rules.nested.dtoClass);
  }

  taken(value: unknown): unknown {
    return this.rules.isNumber ? numberOf(value) : value;
  }

  check(findings: Findings, dto: Members, unknownMembers: UnknownMembers): void {
    const { name, conditions, whole, items, nested, refusesNull } = this.rules;
    const value = dto[name];
    if (refusesNull && value === null) findings.addGap(name, 'isOptional', `${name} may be left out, but not be null`);
    for (const condition of conditions) if (!condition(dto, value)) return;
    if (value === undefined && isRefused(dto, [...whole, ...items])) {
      findings.add(name, 'required', `${name} is required`);
      return;
    }
    if (!passes(findings, name, whole, dto, value)) return;
    if (nested && value !== undefined && !isNestable(findings, name, nested, value)) return;
    checkText(findings, name, value);
    passes(findings, name, items, dto, value);
    if (nested && value !== undefined) dto[name] = this.readNested(findings, nested, value as object, unknownMembers);
  }

  private readNested(findings: Findings, rules: NestedRules, value: object, unknownMembers: UnknownMembers): unknown {
    const { name } = this.rules;
    findings.enter(name);
    const read = Array.isArray(value)
      ? this.readItems(findings, rules, value, unknownMembers)
      : this.nested?.readInto(findings, value, unknownMembers);
    findings.leave();
    return read;
  }

  private readItems(
    findings: Findings,
    rules: NestedRules,
    values: readonly unknown[],
    unknownMembers: UnknownMembers,
  ): unknown[] {
    const read: unknown[] = [];
    for (const [index, value] of values.entries()) {
      if (findings.isFull) break;
      const name = String(index);
      if (!isItem(findings, name, rules, value)) continue;
      findings.enter(name);
      read.push(this.nested?.readInto(findings, value, unknownMembers));
      findings.leave();
    }
    return read;
  }
}

function passes(findings: Findings, name: string, checks: MemberRules['whole'], dto: object, value: unknown): boolean {
  let isFit = true;
  for (const { rule, refusal } of checks) {
    const message = refusal(dto, value);
    if (message === null) continue;
    findings.add(name, rule, message);
    isFit = false;
  }
  return isFit;
}

/** What text is holds for every text, and for each in a list. */
function checkText(findings: Findings, name: string, value: unknown): void {
  const texts: readonly unknown[] = Array.isArray(value) ? value : [value];
  for (const text of texts) {
    const fault = typeof text === 'string' ? textFaultIn(text) : null;
    if (fault === null) continue;
    findings.add(name, 'characters', faultSentence(fault));
    return;
  }
}

const isRefused = (dto: object, checks: MemberRules['whole']): boolean =>
  checks.some(({ refusal }) => refusal(dto, undefined) !== null);

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;

/** Whether it can be looked into at all: an object, or a list where one belongs. */
function isNestable(findings: Findings, name: string, rules: NestedRules, value: unknown): boolean {
  if (!isObject(value)) findings.add(name, 'nestedValidation', rules.refusal(value));
  else if (Array.isArray(value) && !rules.isList) findings.add(name, 'isObject', `${name} must be an object`);
  else return true;
  return false;
}

function isItem(findings: Findings, name: string, rules: NestedRules, value: unknown): value is object {
  if (!isObject(value)) findings.add(name, 'nestedValidation', rules.refusal(value));
  else if (Array.isArray(value)) findings.add(name, 'isObject', `${name} must be an object`);
  else return true;
  return false;
}

/** Lists stay lists, of which the rules then say that they are no numbers. */
const numberOf = (value: unknown): unknown =>
  Array.isArray(value) ? value.map(numberOf) : value === null || value === undefined ? value : Number(value);
