import { IsIn, IsInt, IsOptional, Max, Min } from 'class-validator';
import { ArchiveDto } from './archives.dto.js';

export const packLanguages = ['en', 'es', 'ca'] as const;

export class AskTaxPackDto {
  /** The year in which the fiscal year begins. */
  @IsInt() @Min(1990) @Max(2199) year!: number;

  /** Of its pages; English without. */
  @IsOptional() @IsIn(packLanguages) language?: (typeof packLanguages)[number];
}

/** A fiscal year as one archive: the same records give the same, to the byte. */
export class TaxPackDto extends ArchiveDto {
  businessId!: string;
  year!: number;
  language!: (typeof packLanguages)[number];
}

export class TaxPackPageDto {
  items!: TaxPackDto[];
  next!: string | null;
}
