import { Type } from 'class-transformer';
import {
  IsDefined,
  IsISO31661Alpha2,
  IsOptional,
  IsString,
  IsTimeZone,
  Length,
  MaxLength,
  ValidateNested,
} from 'class-validator';
import { IsEmail } from './is-email.js';
import { IsOneLine } from './is-one-line.js';
import { OwnerDto } from './auth.dto.js';

export class RegisterBusinessDto {
  @IsString() @IsOneLine() @Length(1, 160) name!: string;

  /** ISO 3166-1 alpha-2 code of the country in which the business is established. */
  @IsISO31661Alpha2() countryCode!: string;
  @IsOptional() @IsString() @IsOneLine() @Length(4, 20) vatId?: string;

  /** What the business does, e.g. `bakery`. */
  @IsString() @IsOneLine() @Length(1, 80) sector!: string;

  /** IANA zone in which the business works. */
  @IsTimeZone() timeZone!: string;
  @IsEmail() @MaxLength(254) contactEmail!: string;
  @IsDefined() @ValidateNested() @Type(() => OwnerDto) owner!: OwnerDto;
}

export class UpdateBusinessDto {
  @IsOptional() @IsString() @IsOneLine() @Length(1, 160) name?: string;
  @IsOptional() @IsString() @IsOneLine() @Length(4, 20) vatId?: string;
  @IsOptional() @IsString() @IsOneLine() @Length(1, 80) sector?: string;
  @IsOptional() @IsTimeZone() timeZone?: string;
  @IsOptional() @IsEmail() @MaxLength(254) contactEmail?: string;
}

export class BusinessDto {
  id!: string;
  name!: string;
  countryCode!: string;
  vatId!: string | null;
  sector!: string;
  timeZone!: string;
  contactEmail!: string;
  registeredAt!: string;
  version!: number;
}
