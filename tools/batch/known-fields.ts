import { DomainError } from '#domain';
import type { Type } from '@nestjs/common';
import { getMetadataStorage } from 'class-validator';

/**
 * Of an object its fields that a DTO knows. Others are left out, unless their name looks like a known one written wrongly:
 * whoever writes `hourlyrate` means something by it, and would wonder what became of it.
 * @param alsoKnown names that may be there and are of no use here
 * @param leftOut hears of every other name that was left out
 * @throws DomainError `request.invalid`
 */
export function knownFields(
  value: unknown,
  dtoClass: Type<object>,
  alsoKnown: readonly string[],
  leftOut: (name: string) => void,
): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  const useful = fieldsOf(dtoClass);
  const kept: Record<string, unknown> = {};
  const errors = [];
  for (const [name, field] of Object.entries(value)) {
    if (useful.has(name)) kept[name] = field;
    if (useful.has(name) || alsoKnown.includes(name)) continue;
    const meant = [...useful].find((known) => isMiswritten(name, known));
    if (meant === undefined) leftOut(name);
    else errors.push({ pointer: `/${name}`, code: 'unknown', detail: `This is not taken; \`${meant}\` is.` });
  }
  if (errors.length > 0) throw new DomainError('request.invalid', { errors });
  return kept;
}

const fields = new Map<Type<object>, ReadonlySet<string>>();

/** The names that have a rule; kept, because files are long and looking them up isn't quick. */
function fieldsOf(dtoClass: Type<object>): ReadonlySet<string> {
  let names = fields.get(dtoClass);
  if (names === undefined) {
    const rules = getMetadataStorage().getTargetValidationMetadatas(dtoClass, '', false, false);
    names = new Set(rules.map(({ propertyName }) => propertyName));
    fields.set(dtoClass, names);
  }
  return names;
}

const plain = (name: string): string => name.toLowerCase().replaceAll(/[^a-z0-9]/g, '');

/** The same letters in another style (`hourly_rate`), or one or two letters away where the name is long enough. */
function isMiswritten(name: string, known: string): boolean {
  const [given, meant] = [plain(name), plain(known)];
  const allowed = meant.length >= 8 ? 2 : meant.length >= 5 ? 1 : 0;
  return distance(given, meant) <= allowed;
}

/** Letters to insert, remove or replace (Levenshtein). */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const replaced = row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(replaced, row[j]! + 1, next[j - 1]! + 1));
    }
    row = next;
  }
  return row[b.length]!;
}
