import { IsISO8601, IsUUID } from 'class-validator';
import { InvoicedAmountV1 } from '../invoice-shapes.js';
import { Nested } from '../../nested.js';

/** The bank was told to transfer it to the agency. */
export class PayoutSentV1 {
  static readonly type = 'payout.sent.v1';

  /** Who is paid. */
  @IsUUID() agencyId!: string;
  /** Earnings and the tax that the agency declares, together. */
  @Nested(() => InvoicedAmountV1) total!: InvoicedAmountV1;
  /** When an administrator noted that the bank has the order. */
  @IsISO8601() sentAt!: string;
}
