import { IsIn, IsISO8601, IsOptional, IsUUID, Length } from 'class-validator';
import { mailDtoLanguages } from './auth.dto.js';
import { BankAccountDto } from './bank-account.dto.js';
import { PartiesDto } from './parties.dto.js';
import { CountedPageDto, ListTimeQueryDto } from './lists.dto.js';
import { MoneyDto } from './shared-shapes.dto.js';
import { TaxedSumsDto } from './taxed-sums.dto.js';

export class IssueInvoiceDto {
  @IsUUID() engagementId!: string;

  /** First day on which work was accepted or late fees arose, in the agreement's zone. */
  @IsISO8601({ strict: true }) @Length(10, 10) periodFrom!: string;

  /** Last day, included. */
  @IsISO8601({ strict: true }) @Length(10, 10) periodTo!: string;
}

/** What an invoice says never changes; it is issued, and then it is paid, or taken back as a whole by credit notes. */
export const invoiceStatuses = ['issued', 'paid', 'credited'] as const;
export const invoiceSorts = ['issued', '-issued', 'total', '-total'] as const;

/** Which invoices; those issued between `from` and `to`. */
export class InvoiceQueryDto extends ListTimeQueryDto {
  @IsOptional() @IsUUID() engagementId?: string;
  @IsOptional() @IsIn(invoiceStatuses) status?: (typeof invoiceStatuses)[number];

  /** By when they were issued, which is the default, or by what they come to; with `-` the latest or largest first. */
  @IsOptional() @IsIn(invoiceSorts) sort?: (typeof invoiceSorts)[number];
}

export class InvoiceLineDto {
  lineId!: string;
  description!: string;
  unit!: string;
  quantity!: number;
  unitPrice!: MoneyDto;
  amount!: MoneyDto;
  /** The accepted runs that are invoiced by this line. */
  dutyRunIds!: string[];
}

/** A pack of hours that is paid ahead. */
export class InvoicedPackDto {
  hourPackId!: string;
  /** First and last local date on which accepted time is taken from it. */
  periodFrom!: string;
  periodTo!: string;
}

/** Accepted time of a line by the hour, or a pack of its hours. */
export class InvoicedHoursDto {
  lineId!: string;
  description!: string;
  /** In whole steps of the agreement. */
  minutes!: number;
  hourlyRate!: MoneyDto;
  /** All minutes so far at the rate, less what earlier invoices charged of them. */
  amount!: MoneyDto;
  /** The accepted entries that are invoiced by this line. */
  timeEntryIds!: string[];
  /** There where the hours are paid ahead. */
  pack!: InvoicedPackDto | null;
}

/** What calling off or moving booked time late costs. */
export class InvoicedLateFeeDto {
  bookingId!: string;
  incurredAt!: string;
  amount!: MoneyDto;
}

/** How an invoice is paid, and whether it was. */
export class InvoicePaymentDto {
  /** Structured creditor reference (ISO 11649) for the transfer; a payment that carries it is known for this invoice's. */
  reference!: string;
  /** Last local date on which it is in time. */
  dueOn!: string;
  /** When the business's money had paid it whole; null until then. */
  paidAt!: string | null;
  /** What credit notes took back of it. */
  credited!: MoneyDto;
  /** What is still to be paid. */
  open!: MoneyDto;
  /** What is owed besides for reminders. */
  openFees!: MoneyDto;
}

/** Where an invoice is paid to. */
export class PaymentInstructionsDto extends InvoicePaymentDto {
  /** Null where the marketplace has named no bank account. */
  account!: BankAccountDto | null;
  /** Whether it can be paid by card as well. */
  cards!: boolean;
  /** What is still to be paid, with what is owed for reminders. */
  amount!: MoneyDto;
}

export class InvoiceDto extends TaxedSumsDto {
  id!: string;
  /** Gapless per issuing agency, series and year. */
  number!: string;
  status!: (typeof invoiceStatuses)[number];
  engagementId!: string;
  agencyId!: string;
  businessId!: string;
  /** As the agreement names them; null in invoices of before this was stated. */
  parties!: PartiesDto | null;
  periodFrom!: string;
  periodTo!: string;
  /** The local date of its issue, in the issuer's zone. */
  issuedOn!: string;
  /** Whether the business wrote it, in the agency's name. */
  selfBilled!: boolean;
  /** The last local date on which it is paid in time. */
  dueOn!: string;
  issuedAt!: string;
  lines!: InvoiceLineDto[];
  hours!: InvoicedHoursDto[];
  lateFees!: InvoicedLateFeeDto[];
  payment!: InvoicePaymentDto;
  version!: number;
}

export class InvoicePageDto extends CountedPageDto {
  items!: InvoiceDto[];
}

/** In which language a document is written. */
export class DocumentQueryDto {
  /** English unless said. */
  @IsOptional() @IsIn(mailDtoLanguages) language?: (typeof mailDtoLanguages)[number];
}
