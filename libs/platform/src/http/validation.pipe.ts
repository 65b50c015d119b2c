import { type ArgumentMetadata, Injectable, type PipeTransform } from '@nestjs/common';
import { inputReader } from './input-reader.js';

/** Stands before every parameter of a handler that takes something of the request. */
@Injectable()
export class ValidationPipe implements PipeTransform<unknown, unknown> {
  transform(value: unknown, { type, metatype, data }: ArgumentMetadata): unknown {
    return type === 'custom' ? value : inputReader(type, metatype, data)(value);
  }
}
