import { Type } from 'class-transformer';
import { IsISO8601, IsUUID, ValidateNested } from 'class-validator';
import { InvoicedAmountV1 } from '../invoice-shapes.js';

/** The bank was told to transfer it to the agency. */
export class PayoutSentV1 {
  static readonly type = 'payout.sent.v1';

  /** Who is paid. */
  @IsUUID() agencyId!: string;
  /** Earnings and the tax that the agency declares, together. */
  @ValidateNested() @Type(() => InvoicedAmountV1) total!: InvoicedAmountV1;
  /** When an administrator noted that the bank has the order. */
  @IsISO8601() sentAt!: string;
}
