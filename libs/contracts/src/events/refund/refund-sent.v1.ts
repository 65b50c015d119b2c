import { IsISO8601, IsUUID } from 'class-validator';
import { InvoicedAmountV1 } from '../invoice-shapes.js';
import { Nested } from '../../nested.js';

/** The bank was told to transfer it to the business. */
export class RefundSentV1 {
  static readonly type = 'refund.sent.v1';

  @IsUUID() businessId!: string;
  @Nested(() => InvoicedAmountV1) amount!: InvoicedAmountV1;
  @IsISO8601() sentAt!: string;
}
