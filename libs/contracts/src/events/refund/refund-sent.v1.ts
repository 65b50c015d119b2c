import { Type } from 'class-transformer';
import { IsISO8601, IsUUID, ValidateNested } from 'class-validator';
import { InvoicedAmountV1 } from '../invoice-shapes.js';

/** The bank was told to transfer it to the business. */
export class RefundSentV1 {
  static readonly type = 'refund.sent.v1';

  @IsUUID() businessId!: string;
  @ValidateNested() @Type(() => InvoicedAmountV1) amount!: InvoicedAmountV1;
  @IsISO8601() sentAt!: string;
}
