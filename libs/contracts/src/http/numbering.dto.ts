import { IsString, Matches, MaxLength } from 'class-validator';

/** How an agency numbers what it issues. */
export class NumberingSettingsDto {
  /** What its numbers begin with: capital letters, digits and dashes, or nothing. A new one begins series of its own. */
  @IsString() @MaxLength(8) @Matches(/^(?:[A-Z0-9]+(?:-[A-Z0-9]+)*)?$/) prefix!: string;

  /** IANA zone on whose clock the dates of its documents are. */
  @IsString() @MaxLength(64) timeZone!: string;
}

export class NumberingDto {
  prefix!: string;
  timeZone!: string;
  changedAt!: string;
  version!: number;
}
