import { IsHash, IsInt, IsISO8601, IsTimeZone, IsUUID, Min } from 'class-validator';

/** Both sides have accepted a first version: it is in force. */
export class AgreementAcceptedV1 {
  static readonly type = 'agreement.accepted.v1';

  @IsUUID()
  needId!: string;

  @IsUUID()
  businessId!: string;

  @IsUUID()
  agencyId!: string;

  @IsUUID()
  assistantId!: string;

  /** Of the terms, from 1. */
  @IsInt()
  @Min(1)
  versionNumber!: number;

  /** SHA-256 (hexadecimal) of the canonical terms. */
  @IsHash('sha256')
  contentHash!: string;

  /** First local date of the term, in its zone. */
  @IsISO8601()
  startsOn!: string;

  /** Last local date of the term, in its zone. */
  @IsISO8601()
  endsOn!: string;

  @IsTimeZone()
  timeZone!: string;

  @IsISO8601()
  acceptedAt!: string;
}
