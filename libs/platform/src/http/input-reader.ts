import { Logger } from '@nestjs/common';
import { DomainError } from '#domain-error';
import { CompiledValidator, type Finding } from '../validation/index.js';
import { pointerOf } from '../json/index.js';
import type { ProblemField } from './problem.js';
import { type DtoClass, isDto } from './route-input.js';

export type Place = 'body' | 'query' | 'param';

const logger = new Logger('Validation');

/**
 * Turns what stands in a place of a request into its DTO, and refuses what doesn't fit, field by field. Unknown fields
 * of bodies are refused here; unknown query parameters were before, so here only those of others are left out. Fails
 * at its first use for a class with rules that aren't understood.
 * @param data the one name that is asked for, where it isn't the whole
 */
export function inputReader(place: Place, type: unknown, data: string | undefined): (value: unknown) => unknown {
  if (!isDto(type)) return place === 'query' && data !== undefined && type === String ? singleReader(data) : asItIs;
  return dtoReader(place, type);
}

/** Reads a value as a body of this class. The reader throws `request.invalid`, with at most 50 of the fields at fault. */
export const bodyReader = <Dto extends object>(dtoClass: new () => Dto): ((value: unknown) => Dto) =>
  dtoReader('body', dtoClass) as (value: unknown) => Dto;

function dtoReader(place: Place, dtoClass: DtoClass): (value: unknown) => object {
  const unknownMembers = place === 'query' ? 'drop' : 'refuse';
  const read = (value: object) => {
    // Not before a route is asked for: there are hundreds, and a start would wait for all of them.
    const validator = CompiledValidator.of(dtoClass);
    try {
      return validator.read(value, unknownMembers);
    } catch (error) {
      // A rule that is written for one type of value and met another.
      logger.warn(error);
      throw new DomainError('request.invalid');
    }
  };
  return (value) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) {
      throw invalid([{ pointer: '', code: 'isObject', detail: 'The body has to be a JSON object.' }]);
    }
    const { dto, findings } = read(value);
    const fields = findings.map((finding) => fieldOf(finding, place));
    if (place === 'query') fields.push(...looseNumbers(dto, value));
    if (fields.length > 0) throw invalid(fields);
    return dto;
  };
}

/** A lone query parameter declared as a string is one: given twice it would come as a list. */
const singleReader = (name: string) => (value: unknown) => {
  if (!Array.isArray(value)) return value;
  throw invalid([{ parameter: name, code: 'duplicate', detail: `${name} is given more than once.` }]);
};

const asItIs = (value: unknown): unknown => value;

const invalid = (errors: readonly ProblemField[]): DomainError => new DomainError('request.invalid', { errors });

const fieldOf = ({ path, rule, message }: Finding, place: Place): ProblemField => ({
  ...(place === 'body' ? { pointer: pointerOf(path) } : { parameter: path.join('.') }),
  code: rule,
  detail: message.endsWith('.') ? message : `${message}.`,
});

/** `Number` reads much that isn't written as a number: an empty text, spaces, hexadecimal. */
function looseNumbers(dto: object, raw: object): ProblemField[] {
  const texts = raw as Readonly<Record<string, unknown>>;
  return Object.entries(dto)
    .filter(
      ([name, value]) => typeof value === 'number' && !/^-?(0|[1-9]\d{0,14})(\.\d{1,15})?$/.test(String(texts[name])),
    )
    .map(([parameter]) => ({ parameter, code: 'isNumber', detail: `${parameter} has to be a plain decimal number.` }));
}
