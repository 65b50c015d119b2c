import { IsISO8601, IsUUID } from 'class-validator';
import { InvoicedAmountV1 } from '../invoice-shapes.js';
import { Nested } from '../../nested.js';

/** A business wants unused money back. */
export class RefundAskedV1 {
  static readonly type = 'refund.asked.v1';

  @IsUUID() businessId!: string;
  @Nested(() => InvoicedAmountV1) amount!: InvoicedAmountV1;
  @IsISO8601() askedAt!: string;
}
