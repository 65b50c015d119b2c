import { IsInt, IsISO8601, IsUUID } from 'class-validator';
import { InvoicedAmountV1 } from '../invoice-shapes.js';
import { Nested } from '../../nested.js';

/** An invoice was not paid in time, and the business is reminded as agreed. */
export class InvoiceReminderSentV1 {
  static readonly type = 'invoice-reminder.sent.v1';

  @IsUUID() invoiceId!: string;
  @IsUUID() agencyId!: string;
  @IsUUID() businessId!: string;
  @IsInt() step!: number;
  @Nested(() => InvoicedAmountV1) open!: InvoicedAmountV1;
  @Nested(() => InvoicedAmountV1) fee!: InvoicedAmountV1;
  @IsISO8601() sentAt!: string;
}
