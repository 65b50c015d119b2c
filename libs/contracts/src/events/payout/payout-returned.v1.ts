import { IsISO8601, IsUUID } from 'class-validator';
import { InvoicedAmountV1 } from '../invoice-shapes.js';
import { Nested } from '../../nested.js';

/** The bank sent it back; it is owed to the agency again. */
export class PayoutReturnedV1 {
  static readonly type = 'payout.returned.v1';

  /** Who was to be paid. */
  @IsUUID() agencyId!: string;
  /** Earnings and the tax that the agency declares, together. */
  @Nested(() => InvoicedAmountV1) total!: InvoicedAmountV1;
  /** When an administrator noted that it came back. */
  @IsISO8601() returnedAt!: string;
}
