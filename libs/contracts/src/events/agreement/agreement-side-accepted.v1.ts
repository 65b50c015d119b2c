import { IsBoolean, IsIn, IsISO8601 } from 'class-validator';
import { NamedVersionV1 } from '../agreement-shapes.js';

/** One side accepted a version. */
export class AgreementSideAcceptedV1 extends NamedVersionV1 {
  static readonly type = 'agreement.side-accepted.v1';

  @IsIn(['agency', 'business']) side!: 'agency' | 'business';

  /** True where the agency had allowed instant booking beforehand. */
  @IsBoolean() standing!: boolean;
  @IsISO8601() acceptedAt!: string;
}
