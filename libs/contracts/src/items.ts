import { applyDecorators } from '@nestjs/common';
import { Type } from 'class-transformer';
import { ValidateNested } from 'class-validator';

/** `@Items(() => SlotDto) slots!: SlotDto[]`: each item of the list is one of these. */
export const Items = (item: () => new () => object): PropertyDecorator =>
  applyDecorators(Type(item), ValidateNested({ each: true }));
