import { Type } from 'class-transformer';
import { IsISO8601, IsUUID, ValidateNested } from 'class-validator';
import { InvoicedAmountV1 } from '../invoice-shapes.js';

/** The business's money has paid the invoice, whole. */
export class InvoicePaidV1 {
  static readonly type = 'invoice.paid.v1';

  @IsUUID() agencyId!: string;
  @IsUUID() businessId!: string;
  @ValidateNested() @Type(() => InvoicedAmountV1) total!: InvoicedAmountV1;
  @IsISO8601() paidAt!: string;
}
