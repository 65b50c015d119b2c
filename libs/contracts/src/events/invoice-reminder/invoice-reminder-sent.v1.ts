import { Type } from 'class-transformer';
import { IsInt, IsISO8601, IsUUID, ValidateNested } from 'class-validator';
import { InvoicedAmountV1 } from '../invoice-shapes.js';

/** An invoice was not paid in time, and the business is reminded as agreed. */
export class InvoiceReminderSentV1 {
  static readonly type = 'invoice-reminder.sent.v1';

  @IsUUID() invoiceId!: string;
  @IsUUID() agencyId!: string;
  @IsUUID() businessId!: string;
  @IsInt() step!: number;
  @ValidateNested() @Type(() => InvoicedAmountV1) open!: InvoicedAmountV1;
  @ValidateNested() @Type(() => InvoicedAmountV1) fee!: InvoicedAmountV1;
  @IsISO8601() sentAt!: string;
}
