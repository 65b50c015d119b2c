import { IsOptional, IsString, IsUUID, Length } from 'class-validator';
import { IsShown } from './is-shown.js';
import { CountedPageDto } from './lists.dto.js';
import { PartiesDto } from './parties.dto.js';
import { MoneyDto } from './shared-shapes.dto.js';
import { TaxReasonDto } from './tax-reason.dto.js';
import { Nested } from '../nested.js';

/** What is taken back of an invoice, and why. */
export class IssueCreditNoteDto {
  /** For both sides to read; it stands on the credit note. */
  @IsString() @IsShown() @Length(1, 500) reason!: string;

  /** Of the invoice's subtotal, in its currency; all that is left of it without. */
  @IsOptional() @Nested(() => MoneyDto) amount?: MoneyDto;
}

/** Which credit notes. */
export class CreditNoteQueryDto {
  @IsOptional() @IsUUID() invoiceId?: string;
}

export class CreditNoteDto {
  id!: string;
  /** Gapless per issuing agency, series and year. */
  number!: string;
  invoiceId!: string;
  invoiceNumber!: string;
  invoiceIssuedOn!: string;
  engagementId!: string;
  agencyId!: string;
  businessId!: string;
  /** As the invoice names them. */
  parties!: PartiesDto | null;
  reason!: string;
  /** Of the invoice's subtotal. */
  subtotal!: MoneyDto;
  commission!: MoneyDto;
  taxBps!: number;
  taxNote!: string;
  taxReason!: TaxReasonDto;
  tax!: MoneyDto;
  total!: MoneyDto;
  /** The local date of its issue, in the issuer's zone. */
  issuedOn!: string;
  issuedAt!: string;
  version!: number;
}

export class CreditNotePageDto extends CountedPageDto {
  items!: CreditNoteDto[];
}
