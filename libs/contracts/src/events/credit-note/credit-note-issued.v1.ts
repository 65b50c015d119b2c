import { Type } from 'class-transformer';
import { IsISO8601, IsString, IsUUID, ValidateNested } from 'class-validator';
import { InvoicedAmountV1 } from '../invoice-shapes.js';

/** An invoice was taken back, wholly or in part. */
export class CreditNoteIssuedV1 {
  static readonly type = 'credit-note.issued.v1';

  /** Gapless per agency, series and year. */
  @IsString() number!: string;
  @IsUUID() invoiceId!: string;
  @IsUUID() engagementId!: string;
  /** The issuer. */
  @IsUUID() agencyId!: string;
  @IsUUID() businessId!: string;
  @ValidateNested() @Type(() => InvoicedAmountV1) subtotal!: InvoicedAmountV1;
  @ValidateNested() @Type(() => InvoicedAmountV1) commission!: InvoicedAmountV1;
  @ValidateNested() @Type(() => InvoicedAmountV1) tax!: InvoicedAmountV1;
  @ValidateNested() @Type(() => InvoicedAmountV1) total!: InvoicedAmountV1;
  @IsISO8601() issuedAt!: string;
}
