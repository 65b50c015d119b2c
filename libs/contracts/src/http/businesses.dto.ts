import { IsIn, IsISO31661Alpha2, IsOptional, IsString, IsTimeZone, Length, MaxLength } from 'class-validator';
import { IsEmail } from './is-email.js';
import { IsOneLine } from './is-one-line.js';
import { KeptAddressDto, LegalIdentityDto } from './parties.dto.js';
import { OwnerDto } from './auth.dto.js';
import { Required } from '../nested.js';

export class RegisterBusinessDto extends LegalIdentityDto {
  @IsString() @IsOneLine() @Length(1, 160) name!: string;

  /** ISO 3166-1 alpha-2 code of the country in which the business is established. */
  @IsISO31661Alpha2() countryCode!: string;

  /** What the business does, e.g. `bakery`. */
  @IsString() @IsOneLine() @Length(1, 80) sector!: string;

  /** IANA zone in which the business works. */
  @IsTimeZone() timeZone!: string;
  @IsEmail() @MaxLength(254) contactEmail!: string;
  @Required(() => OwnerDto) owner!: OwnerDto;
}

export class UpdateBusinessDto extends LegalIdentityDto {
  @IsOptional() @IsString() @IsOneLine() @Length(1, 160) name?: string;
  @IsOptional() @IsString() @IsOneLine() @Length(1, 80) sector?: string;
  @IsOptional() @IsTimeZone() timeZone?: string;
  @IsOptional() @IsEmail() @MaxLength(254) contactEmail?: string;
}

export const vatCheckResults = ['unchecked', 'valid', 'invalid', 'unavailable'] as const;
export const vatCheckSources = ['none', 'manual', 'vies'] as const;

/** Whether a register knows a VAT id, as it was said at one time. */
export class VatCheckDto {
  /** `unchecked`: nobody was asked. `unavailable`: who was asked could not say. */
  result!: (typeof vatCheckResults)[number];
  /** Who said so: nobody, an administrator who looked it up, or VIES. */
  source!: (typeof vatCheckSources)[number];
  checkedAt!: string;
  /** What the source calls its answer. */
  reference!: string | null;
}

/** What an administrator found in a register. */
export class RecordVatCheckDto {
  /** The VAT id that was looked up. */
  @IsString() @IsOneLine() @Length(4, 30) vatId!: string;
  @IsIn(['valid', 'invalid']) result!: 'valid' | 'invalid';
  /** What the register calls its answer. */
  @IsOptional() @IsString() @IsOneLine() @Length(1, 100) reference?: string;
}

export class BusinessDto {
  id!: string;
  name!: string;
  countryCode!: string;
  vatId!: string | null;
  /** What a register says of the VAT id; null without one. */
  vatCheck!: VatCheckDto | null;
  /** Null where it is the name. */
  legalName!: string | null;
  registrationNumber!: string | null;
  address!: KeptAddressDto | null;
  sector!: string;
  timeZone!: string;
  contactEmail!: string;
  registeredAt!: string;
  /** Null while somebody acts for it. */
  closedAt!: string | null;
  version!: number;
}

export class BusinessPageDto {
  items!: BusinessDto[];
  next!: string | null;
}
