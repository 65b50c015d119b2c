import { IsISO8601, IsUUID } from 'class-validator';
import { InvoicedAmountV1 } from '../invoice-shapes.js';
import { Nested } from '../../nested.js';

/** The business's money has paid the invoice, whole. */
export class InvoicePaidV1 {
  static readonly type = 'invoice.paid.v1';

  /** The issuer. */
  @IsUUID() agencyId!: string;
  /** Who has paid. */
  @IsUUID() businessId!: string;
  /** What the invoice comes to, tax included. */
  @Nested(() => InvoicedAmountV1) total!: InvoicedAmountV1;
  /** When its prepaid money sufficed. */
  @IsISO8601() paidAt!: string;
}
