import { IsISO8601, IsOptional, IsUUID } from 'class-validator';
import { InvoicedAmountV1 } from '../invoice-shapes.js';
import { Nested } from '../../nested.js';

/** An agency is suspended: what a business has paid ahead for its work and nobody used is the business's again. */
export class SuspensionRefundMadeV1 {
  static readonly type = 'suspension-refund.made.v1';

  /** The engagement, which has the id of its agreement. */
  @IsUUID() engagementId!: string;
  @IsUUID() businessId!: string;
  @IsUUID() agencyId!: string;
  @IsUUID() assistantId!: string;

  /** Of packs of hours, with commission and tax. */
  @Nested(() => InvoicedAmountV1) packs!: InvoicedAmountV1;

  /** Kept for booked time. */
  @Nested(() => InvoicedAmountV1) booked!: InvoicedAmountV1;

  /** What the bank is told to pay back; the rest pays what else is open, or stays prepaid. */
  @Nested(() => InvoicedAmountV1) refunded!: InvoicedAmountV1;

  /** Left out where nothing is transferred. */
  @IsOptional() @IsUUID() refundId?: string;
  @IsISO8601() madeAt!: string;
}
