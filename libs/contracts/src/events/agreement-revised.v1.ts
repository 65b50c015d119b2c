import { IsHash, IsIn, IsInt, IsISO8601, Min } from 'class-validator';

/** A side wrote a new version before any was in force; both have to accept it again. */
export class AgreementRevisedV1 {
  static readonly type = 'agreement.revised.v1';

  /** Of the terms, from 1. */
  @IsInt()
  @Min(1)
  versionNumber!: number;

  /** SHA-256 (hexadecimal) of the canonical terms. */
  @IsHash('sha256')
  contentHash!: string;

  @IsIn(['agency', 'business'])
  writtenBy!: 'agency' | 'business';

  @IsISO8601()
  writtenAt!: string;
}
