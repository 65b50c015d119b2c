import { ApiProperty } from '@nestjs/swagger';

/** A number that need not be whole: all others of the API are. */
export const Fraction = (): PropertyDecorator => ApiProperty({ format: 'double' });
