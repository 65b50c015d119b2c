import { IsIn } from 'class-validator';
import { ArchiveDto } from './archives.dto.js';

export const dataOwners = ['person', 'organisation'] as const;

export class AskDataExportDto {
  /** What is known of oneself, or, for owners, what is the organisation's. */
  @IsIn(dataOwners) of!: (typeof dataOwners)[number];
}

/** One's own data as one archive: JSON, and the files. */
export class DataExportDto extends ArchiveDto {
  of!: (typeof dataOwners)[number];
  /** When the archive goes, whether or not it was fetched. */
  goesAt!: string;
}

export class DataExportsDto {
  /** The latest first. */
  items!: DataExportDto[];
}
