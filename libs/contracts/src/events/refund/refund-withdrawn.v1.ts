import { Type } from 'class-transformer';
import { IsISO8601, IsUUID, ValidateNested } from 'class-validator';
import { InvoicedAmountV1 } from '../invoice-shapes.js';

/** The business has thought better of it. */
export class RefundWithdrawnV1 {
  static readonly type = 'refund.withdrawn.v1';

  @IsUUID() businessId!: string;
  @ValidateNested() @Type(() => InvoicedAmountV1) amount!: InvoicedAmountV1;
  @IsISO8601() withdrawnAt!: string;
}
