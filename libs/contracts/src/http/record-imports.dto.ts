import { IsBoolean, IsIn, IsOptional, IsString, IsUUID, Length } from 'class-validator';
import { IsOneLine } from './is-one-line.js';
import { IsShown } from './is-shown.js';
import { recordKinds } from './records.dto.js';
import { Nested } from '../nested.js';

export const dateOrders = ['dmy', 'mdy', 'ymd'] as const;

/** What a source calls its columns. */
export class ColumnMappingDto {
  @IsString() @IsOneLine() @Length(1, 100) date!: string;
  @IsString() @IsOneLine() @Length(1, 100) amount!: string;
  @IsString() @IsOneLine() @Length(1, 100) description!: string;

  /** What went out, of a source that has a column for each direction; `amount` is then what came in. */
  @IsOptional() @IsString() @IsOneLine() @Length(1, 100) outgoing?: string;
  @IsOptional() @IsString() @IsOneLine() @Length(1, 100) counterpart?: string;

  /** By what a line is told from others; without, by its day, amount and words. */
  @IsOptional() @IsString() @IsOneLine() @Length(1, 100) reference?: string;
  @IsIn(dateOrders) dateOrder!: (typeof dateOrders)[number];
  @IsIn([',', '.']) decimal!: ',' | '.';
}

export class ImportRecordsDto {
  /** A statement of the bank, as camt.053, OFX, CSV or a workbook (.xlsx). */
  @IsUUID() fileId!: string;

  /** Where it comes from, such as the name of the bank: what its columns are called is kept by it. */
  @IsString() @IsOneLine() @Length(1, 100) @IsShown() source!: string;

  /** For an agency that brings statements of a business: the engagement in which it does. */
  @IsOptional() @IsUUID() engagementId?: string;

  /** Of CSV; left out, what was said the last time, or what the names of the columns mean by themselves. */
  @IsOptional() @Nested(() => ColumnMappingDto) mapping?: ColumnMappingDto;

  /** Says what would be taken, and takes nothing. */
  @IsOptional() @IsBoolean() isPreview?: boolean;
}

export class ReadColumnsDto {
  /** A statement of the bank, as camt.053, OFX, CSV or a workbook (.xlsx). */
  @IsUUID() fileId!: string;

  /** Where it comes from: what was said of its columns the last time is told again. */
  @IsOptional() @IsString() @IsOneLine() @Length(1, 100) @IsShown() source?: string;

  /** For an agency that brings statements of a business: the engagement in which it does. */
  @IsOptional() @IsUUID() engagementId?: string;
}

export class StatementColumnDto {
  name!: string;
  /** What stands in it in the first lines. */
  samples!: string[];
}

/** What a file has in its columns, for whoever says which is what. */
export class StatementColumnsDto {
  form!: 'csv' | 'camt.053' | 'ofx';
  /** Of CSV and workbooks; the other forms say themselves what is what. */
  columns!: StatementColumnDto[];
  /** What was said the last time, or what the names mean by themselves; null where neither says enough. */
  mapping!: ColumnMappingDto | null;
  /** Whether somebody has said it. */
  isKept!: boolean;
  /** False where no date shows whether the day or the month stands first: then somebody should look. */
  dateOrderIsSure!: boolean;
}

export class RecordSourceDto {
  name!: string;
  mapping!: ColumnMappingDto;
}

export class RecordSourcesDto {
  items!: RecordSourceDto[];
}

export class ImportedLineDto {
  datedOn!: string;
  description!: string;
  counterpart!: string | null;
  amountMinor!: number;
  /** What a rule says of it. */
  category!: string | null;
}

export class RejectedRecordLineDto {
  line!: number;
  code!: string;
  detail!: string;
}

export class RecordImportDto {
  isPreview!: boolean;
  taken!: number;
  /** That were there already. */
  known!: number;
  rejected!: number;
  /** The first 100. */
  rejectedLines!: RejectedRecordLineDto[];
  /** The first 100 that were taken, or would be. */
  lines!: ImportedLineDto[];
}

export class NewRecordRuleDto {
  @IsIn(recordKinds) kind!: (typeof recordKinds)[number];

  /** Part of the counterpart's name or of the description, whatever its letters. */
  @IsString() @IsOneLine() @Length(1, 100) @IsShown() contains!: string;
  @IsString() @Length(1, 20) category!: string;
}

export class RecordRuleDto extends NewRecordRuleDto {
  id!: string;
}

export class RecordRulesDto {
  items!: RecordRuleDto[];
}

export class ApplyRulesDto {
  /** Says what would change, and changes nothing. */
  @IsOptional() @IsBoolean() isPreview?: boolean;
}

export class RuledRecordDto {
  recordId!: string;
  description!: string;
  category!: string;
}

export class RuleApplicationDto {
  isPreview!: boolean;
  changed!: number;
  /** The first 100. */
  items!: RuledRecordDto[];
}
