import { IsIn, IsInt, IsISO8601, Min } from 'class-validator';

/** A change order was given up; the version in force stays. */
export class AgreementChangeOrderWithdrawnV1 {
  static readonly type = 'agreement.change-order-withdrawn.v1';

  /** Of the terms, from 1. */
  @IsInt() @Min(1) versionNumber!: number;
  @IsIn(['agency', 'business']) by!: 'agency' | 'business';
  @IsISO8601() withdrawnAt!: string;
}
