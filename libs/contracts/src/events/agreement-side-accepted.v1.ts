import { IsBoolean, IsHash, IsIn, IsInt, IsISO8601, Min } from 'class-validator';

/** One side accepted a version. */
export class AgreementSideAcceptedV1 {
  static readonly type = 'agreement.side-accepted.v1';

  /** Of the terms, from 1. */
  @IsInt()
  @Min(1)
  versionNumber!: number;

  /** SHA-256 (hexadecimal) of the canonical terms. */
  @IsHash('sha256')
  contentHash!: string;

  @IsIn(['agency', 'business'])
  side!: 'agency' | 'business';

  /** True where the agency had allowed instant booking beforehand. */
  @IsBoolean()
  standing!: boolean;

  @IsISO8601()
  acceptedAt!: string;
}
