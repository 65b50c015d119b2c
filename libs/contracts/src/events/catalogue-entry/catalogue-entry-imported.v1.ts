import { IsArray, IsInt, IsISO8601, IsOptional, IsString, Min } from 'class-validator';
import { Nested } from '../../nested.js';

/** In the languages in which the catalogue says it. */
export class CatalogueTextsV1 {
  @IsOptional() @IsString() en?: string;
  @IsOptional() @IsString() es?: string;
  @IsOptional() @IsString() ca?: string;
}

export class CatalogueTextListsV1 {
  @IsOptional() @IsArray() @IsString({ each: true }) en?: string[];
  @IsOptional() @IsArray() @IsString({ each: true }) es?: string[];
  @IsOptional() @IsArray() @IsString({ each: true }) ca?: string[];
}

/** A duty of another catalogue is in use from now on, as it is here; also after it was retired. */
export class CatalogueEntryImportedV1 {
  static readonly type = 'catalogue-entry.imported.v1';

  /** What listings and needs call the duty. */
  @IsString() code!: string;

  /** The catalogue that it is of, and what it is called there. */
  @IsString() source!: string;
  @IsString() externalId!: string;
  @Nested(() => CatalogueTextsV1) labels!: CatalogueTextsV1;
  @Nested(() => CatalogueTextListsV1) alternativeLabels!: CatalogueTextListsV1;
  @Nested(() => CatalogueTextsV1) descriptions!: CatalogueTextsV1;

  /** Minutes that one unit takes as a rule of thumb. */
  @IsInt() @Min(1) indicativeMinutes!: number;
  @IsISO8601() importedAt!: string;
}
