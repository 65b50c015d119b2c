import { IsIn, IsInt, IsOptional, Max, Min } from 'class-validator';

export const taxPackStatuses = ['asked', 'making', 'ready', 'failed', 'cancelled'] as const;
export const packLanguages = ['en', 'es', 'ca'] as const;

export class AskTaxPackDto {
  /** The year in which the fiscal year begins. */
  @IsInt() @Min(1990) @Max(2199) year!: number;

  /** Of its pages; English without. */
  @IsOptional() @IsIn(packLanguages) language?: (typeof packLanguages)[number];
}

/** A fiscal year as one archive. */
export class TaxPackDto {
  id!: string;
  businessId!: string;
  year!: number;
  language!: (typeof packLanguages)[number];
  status!: (typeof taxPackStatuses)[number];
  /** Files that are in it, of how many. */
  done!: number;
  total!: number;
  /** Bytes; null while it isn't made. */
  size!: number | null;
  /** Of the archive, in hex: the same records give the same. */
  sha256!: string | null;
  askedAt!: string;
  finishedAt!: string | null;
  version!: number;
}

export class TaxPackPageDto {
  items!: TaxPackDto[];
  next!: string | null;
}
