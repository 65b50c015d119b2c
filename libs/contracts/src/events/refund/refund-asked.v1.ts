import { Type } from 'class-transformer';
import { IsISO8601, IsUUID, ValidateNested } from 'class-validator';
import { InvoicedAmountV1 } from '../invoice-shapes.js';

/** A business wants unused money back. */
export class RefundAskedV1 {
  static readonly type = 'refund.asked.v1';

  @IsUUID() businessId!: string;
  @ValidateNested() @Type(() => InvoicedAmountV1) amount!: InvoicedAmountV1;
  @IsISO8601() askedAt!: string;
}
