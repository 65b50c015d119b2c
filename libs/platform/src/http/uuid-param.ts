import { Param, type PipeTransform } from '@nestjs/common';
import { ApiParam } from '@nestjs/swagger';
import { DomainError } from '#domain-error';
import { isUuid } from '../database/scope.js';
import { documented } from './parameter-documentation.js';

class UuidPipe implements PipeTransform<unknown, string> {
  constructor(private readonly parameter: string) {}

  transform(value: unknown): string {
    if (typeof value === 'string' && isUuid(value)) return value.toLowerCase();
    const detail = `${this.parameter} has to be a UUID.`;
    throw new DomainError('request.invalid', { parameter: this.parameter, rule: 'isUuid', detail });
  }
}

/** `@UuidParam('agencyId') agencyId: string`, in lower case; 400 naming the parameter for anything but a UUID. */
export const UuidParam = (parameter = 'id'): ParameterDecorator =>
  documented(
    Param(parameter, new UuidPipe(parameter)),
    ApiParam({ name: parameter, schema: { type: 'string', format: 'uuid' } }),
  );
