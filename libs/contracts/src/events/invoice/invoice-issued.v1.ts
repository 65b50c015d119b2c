import { IsArray, IsISO8601, IsOptional, IsString, IsUUID } from 'class-validator';
import { Items } from '../../items.js';
import { Nested } from '../../nested.js';
import { InvoicedAmountV1, InvoicedHoursV1, InvoicedLateFeeV1, InvoicedLineV1 } from '../invoice-shapes.js';

export class InvoiceIssuedV1 {
  static readonly type = 'invoice.issued.v1';

  /** Gapless per agency. */
  @IsString() number!: string;
  @IsUUID() engagementId!: string;
  @IsUUID() agencyId!: string;
  @IsUUID() businessId!: string;

  /** First and last local date on which the work was accepted. */
  @IsISO8601() periodFrom!: string;
  @IsISO8601() periodTo!: string;
  @IsArray() @Items(() => InvoicedLineV1) lines!: InvoicedLineV1[];

  /** Left out by invoices from before time was charged. */
  @IsOptional() @IsArray() @Items(() => InvoicedHoursV1) hours?: InvoicedHoursV1[];

  /** Left out by invoices from before they were charged. */
  @IsOptional() @IsArray() @Items(() => InvoicedLateFeeV1) lateFees?: InvoicedLateFeeV1[];
  @Nested(() => InvoicedAmountV1) subtotal!: InvoicedAmountV1;
  @Nested(() => InvoicedAmountV1) commission!: InvoicedAmountV1;
  @Nested(() => InvoicedAmountV1) tax!: InvoicedAmountV1;
  @Nested(() => InvoicedAmountV1) total!: InvoicedAmountV1;
  @IsISO8601() issuedAt!: string;
}
