import { IsOptional, IsString, Length } from 'class-validator';
import { IsOneLine } from './is-one-line.js';
import { Nested } from '../nested.js';

/** Where post reaches an organisation, in the country in which it is established. */
export class PostalAddressDto {
  /** Street and number, or whatever stands for them. */
  @IsString() @IsOneLine() @Length(1, 200) street!: string;
  @IsOptional() @IsString() @IsOneLine() @Length(1, 20) postalCode?: string | null;
  @IsString() @IsOneLine() @Length(1, 100) city!: string;
  @IsOptional() @IsString() @IsOneLine() @Length(1, 100) region?: string | null;
}

export class KeptAddressDto {
  street!: string;
  postalCode!: string | null;
  city!: string;
  region!: string | null;
}

/** What an organisation may say of who it is before the law, when it registers or later. */
export class LegalIdentityDto {
  /** By the country's format and check digit, with its prefix or without. */
  @IsOptional() @IsString() @IsOneLine() @Length(4, 30) vatId?: string;
  @IsOptional() @IsString() @IsOneLine() @Length(1, 200) legalName?: string;

  /** In a register of companies, or of one person the tax number. */
  @IsOptional() @IsString() @IsOneLine() @Length(1, 60) registrationNumber?: string;
  @IsOptional() @Nested(() => PostalAddressDto) address?: PostalAddressDto;
}

/** Who a party is before the law. */
export class LegalPartyDto {
  organisationId!: string;
  /** The name under which it is shown where it states no other. */
  legalName!: string;
  /** In a register of companies, or of one person the tax number. */
  registrationNumber!: string | null;
  vatId!: string | null;
  /** ISO 3166-1 alpha-2; the country of the address as well. */
  countryCode!: string;
  address!: KeptAddressDto | null;
}

/** Both parties of a deal. */
export class PartiesDto {
  agency!: LegalPartyDto;
  business!: LegalPartyDto;
}
