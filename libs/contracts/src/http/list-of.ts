import { applyDecorators } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import { ArrayMaxSize, ArrayMinSize, IsArray } from 'class-validator';
import { Items } from '../items.js';

/** `@ListOf(() => SlotDto, { least: 1, most: 400 }) slots!: SlotDto[]`: so many of these, and no more. */
export const ListOf = (
  item: () => new () => object,
  { least, most }: { readonly least?: number; readonly most: number },
): PropertyDecorator =>
  applyDecorators(
    Items(item),
    ArrayMaxSize(most),
    ...(least === undefined ? [] : [ArrayMinSize(least)]),
    IsArray(),
    ApiProperty({ ...(least !== undefined && { minItems: least }), maxItems: most }),
  );
