import { IsString, IsTimeZone } from 'class-validator';

/** What others may know of a business. */
export class BusinessDetailsV1 {
  @IsString() name!: string;
  @IsString() sector!: string;
  @IsTimeZone() timeZone!: string;
}
