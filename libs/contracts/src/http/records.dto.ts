import {
  ArrayMaxSize,
  IsArray,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  IsUUID,
  Length,
  Matches,
  Max,
  Min,
} from 'class-validator';
import { IsOneLine } from './is-one-line.js';
import { IsShown } from './is-shown.js';
import { CountedPageDto } from './lists.dto.js';

export const recordKinds = ['income', 'expense', 'mileage', 'bank-line'] as const;
export const recordStatuses = ['filed', 'returned', 'reviewed', 'withdrawn'] as const;
export const recordSorts = ['dated', '-dated'] as const;
const mostMinor = 100_000_000_000;
const localDate = /^\d{4}-\d{2}-\d{2}$/;

/** What an entry says. Amounts are integer minor units of the books' currency, below nothing for what takes back. */
export abstract class RecordContentDto {
  @IsIn(recordKinds) kind!: (typeof recordKinds)[number];

  /** Local date of the document, the way, or the booking. */
  @IsString() @Matches(localDate) datedOn!: string;
  @IsString() @IsOneLine() @Length(1, 300) @IsShown() description!: string;

  /** Who sold or bought. */
  @IsOptional() @IsString() @IsOneLine() @Length(1, 200) @IsShown() counterpart?: string;
  @IsOptional() @IsString() @IsOneLine() @Length(1, 30) counterpartVatId?: string;
  @IsOptional() @IsString() @IsOneLine() @Length(1, 60) documentNumber?: string;

  /** A code of the books' chart. */
  @IsOptional() @IsString() @Length(1, 20) category?: string;

  /** With tax. Of a way, left out: it follows from the distance. */
  @IsOptional() @IsInt() @Min(-mostMinor) @Max(mostMinor) totalMinor?: number;

  /** Tax in it; left out, it is figured from the rate. */
  @IsOptional() @IsInt() @Min(-mostMinor) @Max(mostMinor) vatMinor?: number;

  /** Income tax in the total that whoever pays keeps back for the tax office; left out where nobody does. */
  @IsOptional() @IsInt() @Min(-mostMinor) @Max(mostMinor) withheldMinor?: number;

  /** Basis points; left out where no tax is stated, or several rates are. */
  @IsOptional() @IsInt() @Min(0) @Max(10_000) vatRateBps?: number;

  /** Local date of the payment; left out while it isn't paid. */
  @IsOptional() @IsString() @Matches(localDate) paidOn?: string;

  /** The line of the bank by which it was paid. */
  @IsOptional() @IsUUID() bankLineId?: string;

  /** Of a way, tenths of a kilometre. */
  @IsOptional() @IsInt() @Min(1) @Max(100_000) distanceTenths?: number;

  /** Documents, as `POST /v1/files` names them. */
  @IsOptional() @IsArray() @ArrayMaxSize(10) @IsUUID(undefined, { each: true }) fileIds?: string[];

  /** The entry of a closed month that this one puts right. */
  @IsOptional() @IsUUID() corrects?: string;

  /** That it looks like another one and is none: without, what has the same number, counterpart and total, or document, is refused. */
  @IsOptional() @IsIn([true]) isNoDuplicate?: boolean;
}

export class FileRecordDto extends RecordContentDto {
  /** For an agency that files for a business: the engagement in which it does. */
  @IsOptional() @IsUUID() engagementId?: string;
}

export class AmendRecordDto extends RecordContentDto {}

export class ReturnRecordDto {
  @IsString() @Length(1, 500) @IsShown() reason!: string;
}

export class ReadDocumentDto {
  /** A file in XML: UBL, CII or Facturae. */
  @IsUUID() fileId!: string;
}

/** What an electronic invoice says, to be looked at before it is filed. */
export class ReadDocumentAnswerDto {
  form!: 'ubl' | 'cii' | 'facturae';
  datedOn!: string;
  documentNumber!: string;
  /** Who sold. */
  supplier!: string | null;
  supplierVatId!: string | null;
  /** Who bought. */
  customer!: string | null;
  customerVatId!: string | null;
  currency!: string;
  netMinor!: number;
  vatMinor!: number;
  /** With the tax that is kept back, which whoever pays doesn't transfer. */
  totalMinor!: number;
  withheldMinor!: number;
  /** Null where there are several. */
  vatRateBps!: number | null;
}

export class RecordQueryDto {
  /** Of an agency that files for several: whose. */
  @IsOptional() @IsUUID() businessId?: string;
  @IsOptional() @IsIn(recordKinds) kind?: (typeof recordKinds)[number];
  @IsOptional() @IsIn(recordStatuses) status?: (typeof recordStatuses)[number];

  /** Local dates, both included. */
  @IsOptional() @IsString() @Matches(localDate) from?: string;
  @IsOptional() @IsString() @Matches(localDate) to?: string;
  @IsOptional() @IsIn(recordSorts) sort?: (typeof recordSorts)[number];
}

/** An entry of the records of a business. */
export class RecordDto {
  id!: string;
  businessId!: string;
  /** Who filed it for the business; null for what it filed itself. */
  agencyId!: string | null;
  engagementId!: string | null;
  assistantId!: string | null;
  status!: (typeof recordStatuses)[number];
  kind!: (typeof recordKinds)[number];
  datedOn!: string;
  description!: string;
  counterpart!: string | null;
  counterpartVatId!: string | null;
  documentNumber!: string | null;
  category!: string | null;
  currency!: string;
  netMinor!: number;
  vatMinor!: number;
  totalMinor!: number;
  /** Income tax in the total that whoever pays keeps back. */
  withheldMinor!: number;
  vatRateBps!: number | null;
  paidOn!: string | null;
  bankLineId!: string | null;
  distanceTenths!: number | null;
  fileIds!: string[];
  corrects!: string | null;
  /** Of the last return, until it is filed again. */
  returnReason!: string | null;
  /** Whether its month is closed, so that it stays as it is. */
  isLocked!: boolean;
  filedAt!: string;
  version!: number;
}

export class RecordPageDto extends CountedPageDto {
  items!: RecordDto[];
}

export class RecordNamesDto {
  en!: string;
  es!: string;
  ca!: string;
}

export class RecordCategoryDto {
  code!: string;
  kind!: 'income' | 'expense' | 'neutral';
  names!: RecordNamesDto;
}

export class SetRecordBooksDto {
  /** First day of the fiscal year, `MM-DD`. */
  @IsString() @Matches(/^\d{2}-\d{2}$/) fiscalYearStartsOn!: string;
}

/** By what a business keeps its books. */
export class RecordBooksDto {
  businessId!: string;
  chart!: string;
  chartNames!: RecordNamesDto;
  currency!: string;
  fiscalYearStartsOn!: string;
  /** Basis points, the usual first. */
  vatRates!: number[];
  /** Basis points of income tax that payers keep back, the usual first; empty where nobody does. */
  withholdingRates!: number[];
  /** Minor units for each kilometre of an own vehicle. */
  mileageRateMinor!: number;
  categories!: RecordCategoryDto[];
  /** How long they are kept after their year, and where that is said. */
  retentionYears!: number;
  retentionSource!: string;
  version!: number;
}

export const gapKinds = [
  'month-empty',
  'waiting',
  'without-category',
  'without-document',
  'bank-line-without-entry',
  'unpaid',
  'number-missing',
  'vat-does-not-multiply',
] as const;

/** Something that is missing. */
export class RecordGapDto {
  kind!: (typeof gapKinds)[number];
  /** `YYYY-MM` */
  month!: string;
  /** The entry that lacks something; null for what is not there at all. */
  recordId!: string | null;
  /** The number of the document, or those that are missing of a series. */
  what!: string | null;
  /** By what else the entry is found: null for what is not there at all. */
  datedOn!: string | null;
  description!: string | null;
  counterpart!: string | null;
  /** In minor units of the books' currency. */
  totalMinor!: number | null;
}

export class RecordYearQueryDto {
  /** The year in which the fiscal year begins; the current one without. */
  @IsOptional() @IsString() @Matches(/^(19|20|21)\d{2}$/) year?: string;
}

/** How many gaps of each kind a month has. */
export class RecordChecklistDto implements Record<(typeof gapKinds)[number], number> {
  'month-empty'!: number;
  waiting!: number;
  'without-category'!: number;
  'without-document'!: number;
  'bank-line-without-entry'!: number;
  unpaid!: number;
  'number-missing'!: number;
  'vat-does-not-multiply'!: number;
}

/** A month in one line, in minor units of the books' currency. */
export class RecordMonthDto {
  /** `YYYY-MM` */
  month!: string;
  entries!: number;
  inMinor!: number;
  outMinor!: number;
  /** Of one's own invoices that are not paid. */
  owedToUsMinor!: number;
  /** Of others' that are not. */
  owedByUsMinor!: number;
  /** Tax to expect; below nothing it is to come back. */
  vatMinor!: number;
  /** Entries that nobody has reviewed. */
  waiting!: number;
  /** Gaps of all kinds. */
  missing!: number;
  /** Those that are missing, by kind: what is looked at before the month is closed. */
  checklist!: RecordChecklistDto;
  closedAt!: string | null;
}

/** A fiscal year: its months up to now, and what is missing in them. */
export class RecordYearDto {
  businessId!: string;
  from!: string;
  to!: string;
  currency!: string;
  months!: RecordMonthDto[];
  gaps!: RecordGapDto[];
  /** False where there are more gaps than are told here. */
  gapsAreAll!: boolean;
}

export class CloseMonthDto {
  /** `YYYY-MM` */
  @IsString() @Matches(/^\d{4}-(0[1-9]|1[0-2])$/) month!: string;

  /** Kinds of gaps over which the month is closed all the same. */
  @IsOptional() @IsArray() @ArrayMaxSize(10) @IsIn(gapKinds, { each: true }) despite?: (typeof gapKinds)[number][];
}

export class ClosedMonthDto {
  month!: string;
  closedAt!: string;
}
