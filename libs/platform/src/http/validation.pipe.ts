import { type ArgumentMetadata, Injectable, type PipeTransform, type Type } from '@nestjs/common';
import { plainToInstance } from 'class-transformer';
import { validate, type ValidationError } from 'class-validator';
import { DomainError } from '#domain';
import type { ProblemField } from './problem.js';

const untyped: ReadonlySet<unknown> = new Set([Object, Array, String, Number, Boolean, undefined]);

/** Turns bodies and queries into their DTO and refuses what doesn't fit, field by field. */
@Injectable()
export class ValidationPipe implements PipeTransform<unknown, Promise<unknown>> {
  async transform(value: unknown, { type, metatype }: ArgumentMetadata): Promise<unknown> {
    if ((type !== 'body' && type !== 'query') || untyped.has(metatype)) return value;
    if (typeof value !== 'object' || value === null || Array.isArray(value)) {
      throw invalid([{ pointer: '', code: 'isObject', detail: 'The body has to be a JSON object.' }]);
    }
    const dto = plainToInstance(metatype as Type<object>, value);
    const errors = await validate(dto, {
      whitelist: true,
      forbidNonWhitelisted: true,
      forbidUnknownValues: true,
      validationError: { target: false, value: false },
    });
    if (errors.length > 0) throw invalid(fieldsOf(errors, type));
    return dto;
  }
}

const invalid = (errors: readonly ProblemField[]): DomainError => new DomainError('request.invalid', { errors });

function fieldsOf(errors: readonly ValidationError[], type: 'body' | 'query', parent = ''): ProblemField[] {
  return errors.flatMap((error) => {
    const path = `${parent}/${error.property.replaceAll('~', '~0').replaceAll('/', '~1')}`;
    const place = type === 'body' ? { pointer: path } : { parameter: path.slice(1) };
    const own = Object.entries(error.constraints ?? {}).map(([code, detail]) => ({ ...place, code, detail }));
    return [...own, ...fieldsOf(error.children ?? [], type, path)];
  });
}
