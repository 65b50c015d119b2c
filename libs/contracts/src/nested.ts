import { applyDecorators } from '@nestjs/common';
import { Type } from 'class-transformer';
import { IsDefined, ValidateNested } from 'class-validator';

type ClassOf = () => new () => object;

/** `@Nested(() => MoneyDto) amount!: MoneyDto`: what is there is one of these. */
export const Nested = (of: ClassOf): PropertyDecorator => applyDecorators(Type(of), ValidateNested());

/** And it has to be there: of something that is missing, the rules of its own members say nothing. */
export const Required = (of: ClassOf): PropertyDecorator => applyDecorators(Nested(of), IsDefined());
