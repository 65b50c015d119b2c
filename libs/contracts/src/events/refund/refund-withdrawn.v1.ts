import { IsISO8601, IsUUID } from 'class-validator';
import { InvoicedAmountV1 } from '../invoice-shapes.js';
import { Nested } from '../../nested.js';

/** The business has thought better of it. */
export class RefundWithdrawnV1 {
  static readonly type = 'refund.withdrawn.v1';

  @IsUUID() businessId!: string;
  @Nested(() => InvoicedAmountV1) amount!: InvoicedAmountV1;
  @IsISO8601() withdrawnAt!: string;
}
