import { type ArgumentMetadata, Injectable, Logger, type PipeTransform, type Type } from '@nestjs/common';
import { plainToInstance } from 'class-transformer';
import { validate, type ValidationError } from 'class-validator';
import { DomainError } from '#domain-error';
import { pointerOf } from './json-body.js';
import { gapsOfRules } from './rule-gaps.js';
import type { ProblemField } from './problem.js';
import { isDto } from './route-input.js';

type Place = 'body' | 'query' | 'param';

/**
 * Turns bodies, queries and path parameters into their DTO and refuses what doesn't fit, field by field. Unknown
 * fields of bodies are refused here; unknown query parameters were before, so here only those of others are left out.
 */
@Injectable()
export class ValidationPipe implements PipeTransform<unknown, Promise<unknown>> {
  private readonly logger = new Logger('Validation');

  async transform(value: unknown, { type, metatype, data }: ArgumentMetadata): Promise<unknown> {
    if (type === 'custom') return value;
    if (!isDto(metatype)) return this.single(value, type, metatype, data);
    if (typeof value !== 'object' || value === null || Array.isArray(value)) {
      throw invalid([{ pointer: '', code: 'isObject', detail: 'The body has to be a JSON object.' }]);
    }
    const { dto, errors } = await this.read(metatype, value, type);
    const fields = fieldsOf(errors, type, []);
    if (type === 'query') fields.push(...looseNumbers(dto, value));
    if (fields.length > 0) throw invalid(fields);
    return dto;
  }

  /** A lone query parameter declared as a string is one: given twice it would come as a list. */
  private single(value: unknown, type: Place, metatype: unknown, data: string | undefined): unknown {
    if (type !== 'query' || data === undefined || metatype !== String || !Array.isArray(value)) return value;
    throw invalid([{ parameter: data, code: 'duplicate', detail: `${data} is given more than once.` }]);
  }

  private async read(
    dtoClass: Type<object>,
    value: object,
    type: Place,
  ): Promise<{ dto: object; errors: ValidationError[] }> {
    try {
      const dto = plainToInstance(dtoClass, value);
      const errors = await validate(dto, {
        whitelist: true,
        forbidNonWhitelisted: type !== 'query',
        forbidUnknownValues: true,
        validationError: { target: false, value: false },
      });
      return { dto, errors: errors.length > 0 ? errors : gapsOfRules(dto) };
    } catch (error) {
      // A transformation or rule that is written for one type of value and met another.
      this.logger.warn(error);
      throw new DomainError('request.invalid');
    }
  }
}

const invalid = (errors: readonly ProblemField[]): DomainError => new DomainError('request.invalid', { errors });

function fieldsOf(errors: readonly ValidationError[], type: Place, parents: readonly string[]): ProblemField[] {
  return errors.flatMap((error) => {
    const path = [...parents, error.property];
    const place = type === 'body' ? { pointer: pointerOf(path) } : { parameter: path.join('.') };
    const rules = Object.entries(error.constraints ?? {}).sort(([one], [other]) => rankOf(one) - rankOf(other));
    const own = rules.map(([rule, detail]) => ({
      ...place,
      code: rule === 'whitelistValidation' ? 'unknown' : rule,
      detail: rule === 'whitelistValidation' ? 'This is not taken here.' : sentence(detail),
    }));
    return [...own, ...fieldsOf(error.children ?? [], type, path)];
  });
}

/** That a value is of another kind says more than that it also isn't long or big enough. */
const kinds: ReadonlySet<string> = new Set(['isString', 'isInt', 'isNumber', 'isBoolean', 'isArray', 'isObject']);
const rankOf = (rule: string): number => (kinds.has(rule) ? 0 : 1);

const sentence = (text: string): string => (text.endsWith('.') ? text : `${text}.`);

/** `Number` reads much that isn't written as a number: an empty text, spaces, hexadecimal. */
function looseNumbers(dto: object, raw: object): ProblemField[] {
  const texts = raw as Readonly<Record<string, unknown>>;
  return Object.entries(dto)
    .filter(
      ([name, value]) => typeof value === 'number' && !/^-?(0|[1-9]\d{0,14})(\.\d{1,15})?$/.test(String(texts[name])),
    )
    .map(([parameter]) => ({ parameter, code: 'isNumber', detail: `${parameter} has to be a plain decimal number.` }));
}
