import { IsISO8601, IsString, IsUUID } from 'class-validator';
import { InvoicedAmountV1 } from '../invoice-shapes.js';
import { Nested } from '../../nested.js';

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
  @Nested(() => InvoicedAmountV1) subtotal!: InvoicedAmountV1;
  @Nested(() => InvoicedAmountV1) commission!: InvoicedAmountV1;
  @Nested(() => InvoicedAmountV1) tax!: InvoicedAmountV1;
  @Nested(() => InvoicedAmountV1) total!: InvoicedAmountV1;
  @IsISO8601() issuedAt!: string;
}
