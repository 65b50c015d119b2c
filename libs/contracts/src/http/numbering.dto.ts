import { IsBoolean, IsOptional, IsString, Matches, MaxLength } from 'class-validator';

/** How an agency numbers what it issues. */
export class NumberingSettingsDto {
  /** What its numbers begin with: capital letters, digits and dashes, or nothing. A new one begins series of its own. */
  @IsString() @MaxLength(8) @Matches(/^(?:[A-Z0-9]+(?:-[A-Z0-9]+)*)?$/) prefix!: string;

  /** IANA zone on whose clock the dates of its documents are. */
  @IsString() @MaxLength(64) timeZone!: string;

  /**
   * Whether it keeps a record of each document by Spain's rules on invoicing programs (Real Decreto 1007/2023), with a QR code on it; for
   * agencies of Spain. As it is, where nothing is said. Once begun it goes on.
   */
  @IsOptional() @IsBoolean() keepsBillingRecords?: boolean;
}

export class NumberingDto {
  prefix!: string;
  timeZone!: string;
  keepsBillingRecords!: boolean;
  changedAt!: string;
  version!: number;
}
