import { Param, type PipeTransform } from '@nestjs/common';
import { ApiParam } from '@nestjs/swagger';
import { DomainError } from '#domain-error';
import { isUuid } from '../database/scope.js';
import { documented } from './parameter-documentation.js';

/** In lower case. @throws DomainError `request.invalid`, naming the path's parameter, for anything but a UUID */
export function uuidOf(value: unknown, parameter: string): string {
  if (typeof value === 'string' && isUuid(value)) return value.toLowerCase();
  throw new DomainError('request.invalid', { parameter, rule: 'isUuid', detail: `${parameter} has to be a UUID.` });
}

class UuidPipe implements PipeTransform<unknown, string> {
  constructor(private readonly parameter: string) {}

  transform(value: unknown): string {
    return uuidOf(value, this.parameter);
  }
}

/** `@UuidParam('agencyId') agencyId: string`, in lower case; 400 naming the parameter for anything but a UUID. */
export const UuidParam = (parameter = 'id'): ParameterDecorator =>
  documented(Param(parameter, new UuidPipe(parameter)), describeUuid(parameter));

export const describeUuid = (name: string): MethodDecorator =>
  ApiParam({ name, schema: { type: 'string', format: 'uuid' } });
