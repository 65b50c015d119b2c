import { IsISO8601, IsUUID } from 'class-validator';
import { InvoicedAmountV1 } from '../invoice-shapes.js';
import { Nested } from '../../nested.js';

/** The bank sent it back; it is the business's prepaid money again. */
export class RefundReturnedV1 {
  static readonly type = 'refund.returned.v1';

  @IsUUID() businessId!: string;
  @Nested(() => InvoicedAmountV1) amount!: InvoicedAmountV1;
  @IsISO8601() returnedAt!: string;
}
