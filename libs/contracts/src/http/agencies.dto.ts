import { IsIn, IsInt, IsISO31661Alpha2, IsOptional, IsString, Length, Max, MaxLength, Min } from 'class-validator';
import { IsEmail } from './is-email.js';
import { IsOneLine } from './is-one-line.js';
import { KeptAddressDto, LegalIdentityDto } from './parties.dto.js';
import { OwnerDto } from './auth.dto.js';
import { Required } from '../nested.js';

export class RegisterAgencyDto extends LegalIdentityDto {
  @IsString() @IsOneLine() @Length(1, 160) name!: string;

  /** ISO 3166-1 alpha-2 code of the country in which the agency is established. */
  @IsISO31661Alpha2() countryCode!: string;
  @IsEmail() @MaxLength(254) contactEmail!: string;
  @Required(() => OwnerDto) owner!: OwnerDto;
}

export class UpdateAgencyDto extends LegalIdentityDto {
  @IsOptional() @IsString() @IsOneLine() @Length(1, 160) name?: string;
  @IsOptional() @IsEmail() @MaxLength(254) contactEmail?: string;
}

/** What the agency stands by wherever a listing of its allows instant booking: no instant agreement binds it to more. */
export class StandingTermsDto {
  /** Minutes within which a first answer may be asked for, and not sooner. 240 unless set. */
  @IsInt() @Min(1) @Max(10_080) responseTargetMinutes!: number;

  /** Calling off is free until so many hours before a slot, and not later. 24 unless set. */
  @IsInt() @Min(0) @Max(720) freeCancellationHours!: number;

  /** Basis points of a slot's price that calling off later costs at the least. 5000 unless set. */
  @IsInt() @Min(0) @Max(10_000) lateFeeBps!: number;

  /** Hours of silence after which done work counts as accepted at the latest. 120 unless set. */
  @IsInt() @Min(1) @Max(720) silenceAcceptsAfterHours!: number;

  /** Minutes of work, and of booked time, in one week of an agreement at the most. 2400 unless set. */
  @IsInt() @Min(1) @Max(10_080) mostMinutesPerWeek!: number;

  /** Hours between a booking and its first slot at the least. 0 unless set. */
  @IsInt() @Min(0) @Max(720) leastNoticeHours!: number;
}

/** What the administrator looked at before deciding. */
export class VerifyAgencyDto {
  @IsString() @Length(1, 500) note!: string;
}

export const suspensionCodes = ['papers', 'complaints', 'conduct', 'unlawful', 'asked', 'other'] as const;

export class SuspendAgencyDto {
  /** What kind of reason it is, as others are told: `other` when left out. */
  @IsOptional() @IsIn(suspensionCodes) code?: (typeof suspensionCodes)[number];

  /** Why, for administrators alone. */
  @IsString() @Length(1, 500) reason!: string;
}

export class AgencyDto {
  id!: string;
  name!: string;
  countryCode!: string;
  vatId!: string | null;
  /** Null where it is the name. */
  legalName!: string | null;
  registrationNumber!: string | null;
  address!: KeptAddressDto | null;
  contactEmail!: string;
  standingTerms!: StandingTermsDto;
  status!: 'registered' | 'verified' | 'suspended' | 'closed';
  registeredAt!: string;
  version!: number;
}

export class AgencyPageDto {
  items!: AgencyDto[];
  next!: string | null;
}
