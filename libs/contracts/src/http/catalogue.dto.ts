import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsOptional, IsString, Length, Matches } from 'class-validator';
import { FileRemarkDto } from './file-remarks.dto.js';

export const catalogueDtoLanguages = ['en', 'es', 'ca'] as const;

export class CatalogueQueryDto {
  /** Language of the wording; English when it is left out. */
  @IsOptional() @IsIn(catalogueDtoLanguages) language?: (typeof catalogueDtoLanguages)[number];
}

export class DutiesQueryDto extends CatalogueQueryDto {
  /** `next` of the page before; a page holds up to 1,000 duties. */
  @IsOptional() @IsString() after?: string;
}

export class DutyDto {
  code!: string;
  /** `imported` for the duties of other catalogues. */
  group!: string;
  /** The catalogue that the duty was imported from; null for the marketplace's own. */
  source!: string | null;
  label!: string;
  unit!: string;
  doneCriterion!: string;
  /** Minutes that one unit takes as a rule of thumb. */
  indicativeMinutes!: number;
  /** `acts`: finished by the assistant alone. `prepares`: someone of the business approves or executes the result. */
  mode!: 'acts' | 'prepares';
}

export class DutiesDto {
  items!: DutyDto[];
  next!: string | null;
}

export class SkillDto {
  code!: string;
  label!: string;
  dutyCodes!: string[];
}

export class SkillsDto {
  items!: SkillDto[];
}

export const catalogueSourceRule = { pattern: /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/, maxLength: 20 };

export class ImportCatalogueQueryDto {
  /** Tells catalogues apart, such as `esco`: letters, digits and hyphens, at most 20. */
  @IsString() @Length(1, catalogueSourceRule.maxLength) @Matches(catalogueSourceRule.pattern) source!: string;

  /** Of labels whose column names none; English when it is left out. */
  @IsOptional() @IsIn(catalogueDtoLanguages) language?: (typeof catalogueDtoLanguages)[number];

  /** `true` retires what the source had and the file doesn't name; not while lines are rejected. */
  @IsOptional() @IsIn(['true', 'false']) retireMissing?: 'true' | 'false';
}

/** An entry that was not taken in, and why. */
export class RejectedCatalogueLineDto {
  /** Number of the line in the file, counted from 1; of the entry in a JSON array. */
  line!: number;
  /** As the file names it; null for what concerns the whole line. */
  field!: string | null;
  code!: string;
  /** What stands in the cell, at most 100 characters of it; null for what concerns the whole line. */
  written!: string | null;
  reason!: string;
}

/** What became of the entries of a file. */
abstract class ImportedEntriesDto {
  accepted!: number;
  updated!: number;
  unchanged!: number;
  retired!: number;
  /** In use, not named by the file, and left as they are. */
  missing!: number;
  rejected!: RejectedCatalogueLineDto[];
  remarks!: FileRemarkDto[];
}

export class CatalogueImportReportDto extends ImportedEntriesDto {
  id!: string;
  source!: string;
  /** Counts the imports that changed something, of all sources. */
  revision!: number;
}

/** An entry as it would be. */
export class PreviewedEntryDto {
  code!: string;
  becomes!: 'new' | 'changed' | 'retired';

  /** By language. */
  @ApiProperty({ type: 'object', additionalProperties: { type: 'string' } })
  labels!: Partial<Record<(typeof catalogueDtoLanguages)[number], string>>;
}

/** What an import would come to. */
export class CatalogueImportPreviewDto extends ImportedEntriesDto {
  source!: string;
  /** The first fifty of those that would change. */
  entries!: PreviewedEntryDto[];
}

export class AskImportQueryDto extends ImportCatalogueQueryDto {
  /** `true`: only says what an import would come to. */
  @IsOptional() @IsIn(['true', 'false']) preview?: 'true' | 'false';
}

const importJobStatuses = ['asked', 'working', 'done', 'failed', 'cancelled'] as const;

/** What an import by and by has come to so far. */
export class ImportJobReportDto {
  /** Of the last part that changed something; 0 while none did. */
  revision!: number;
  accepted!: number;
  updated!: number;
  unchanged!: number;
  retired!: number;
  /** In use, not named by the file, and left as they are. */
  missing!: number;
  rejectedCount!: number;
  /** The first two hundred. */
  rejected!: RejectedCatalogueLineDto[];
  remarks!: FileRemarkDto[];
  /** Of a preview the first fifty of those that would change; else none. */
  entries!: PreviewedEntryDto[];
}

/** Why an import could not be finished. What it had taken until then stays. */
export class ImportProblemDto {
  code!: string;
  detail!: string | null;
}

/** A catalogue that is taken in by and by. */
export class ImportJobDto {
  id!: string;
  source!: string;
  isPreview!: boolean;
  status!: (typeof importJobStatuses)[number];
  /** Entries that were gone through, of how many; 0 of 0 until the file is read. */
  done!: number;
  total!: number;
  report!: ImportJobReportDto | null;
  problem!: ImportProblemDto | null;
  askedAt!: string;
  finishedAt!: string | null;
  version!: number;
}

export class ImportJobPageDto {
  items!: ImportJobDto[];
  next!: string | null;
}

export class CatalogueSourceQueryDto {
  @IsOptional()
  @IsString()
  @Length(1, catalogueSourceRule.maxLength)
  @Matches(catalogueSourceRule.pattern)
  source?: string;
}

export class CatalogueImportDto {
  id!: string;
  source!: string;
  revision!: number;
  /** Null where an API key did it. */
  importedBy!: string | null;
  importedAt!: string;
  accepted!: number;
  updated!: number;
  unchanged!: number;
  retired!: number;
  rejected!: number;
}

export class CatalogueImportPageDto {
  items!: CatalogueImportDto[];
  next!: string | null;
}

export class CatalogueEntryQueryDto extends CatalogueSourceQueryDto {
  @IsOptional() @IsIn(['active', 'retired']) status?: 'active' | 'retired';
}

export class CatalogueEntryDto {
  code!: string;
  source!: string;
  /** What its catalogue calls it. */
  externalId!: string;
  status!: 'active' | 'retired';

  /** By language. */
  @ApiProperty({ type: 'object', additionalProperties: { type: 'string' } })
  labels!: Partial<Record<(typeof catalogueDtoLanguages)[number], string>>;

  @ApiProperty({ type: 'object', additionalProperties: { type: 'string' } })
  descriptions!: Partial<Record<(typeof catalogueDtoLanguages)[number], string>>;

  version!: number;
  /** The import since which it is as it is. */
  revision!: number;
  importedAt!: string;
  retiredAt!: string | null;
}

export class CatalogueEntryPageDto {
  items!: CatalogueEntryDto[];
  next!: string | null;
}
