import { IsISO8601, IsUUID } from 'class-validator';
import { InvoicedAmountV1 } from '../invoice-shapes.js';
import { Nested } from '../../nested.js';

/** The payment service has taken a part of it back; that part is owed to the agency again. */
export class PayoutPartlyReturnedV1 {
  static readonly type = 'payout.partly-returned.v1';

  /** Who was paid. */
  @IsUUID() agencyId!: string;
  /** Earnings and the tax that the agency declares, together. */
  @Nested(() => InvoicedAmountV1) total!: InvoicedAmountV1;
  /** What of it came back this time. */
  @Nested(() => InvoicedAmountV1) cameBack!: InvoicedAmountV1;
  /** When the payment service was found to have it. */
  @IsISO8601() returnedAt!: string;
}
