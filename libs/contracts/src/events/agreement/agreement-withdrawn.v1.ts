import { IsIn, IsISO8601, IsUUID } from 'class-validator';

/** The agreement was given up before both sides had accepted it. */
export class AgreementWithdrawnV1 {
  static readonly type = 'agreement.withdrawn.v1';

  @IsUUID() needId!: string;
  @IsIn(['agency', 'business']) by!: 'agency' | 'business';
  @IsISO8601() withdrawnAt!: string;
}
