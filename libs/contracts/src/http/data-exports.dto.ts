import { IsIn } from 'class-validator';

export const dataOwners = ['person', 'organisation'] as const;
export const dataExportStatuses = ['asked', 'making', 'ready', 'failed', 'cancelled'] as const;

export class AskDataExportDto {
  /** What is known of oneself, or, for owners, what is the organisation's. */
  @IsIn(dataOwners) of!: (typeof dataOwners)[number];
}

/** One's own data as one archive: JSON, and the files. */
export class DataExportDto {
  id!: string;
  of!: (typeof dataOwners)[number];
  status!: (typeof dataExportStatuses)[number];
  /** Files that are in it, of how many. */
  done!: number;
  total!: number;
  /** Bytes; null while it isn't made. */
  size!: number | null;
  /** Of the archive, in hex. */
  sha256!: string | null;
  askedAt!: string;
  finishedAt!: string | null;
  /** When the archive goes, whether or not it was fetched. */
  goesAt!: string;
  version!: number;
}

export class DataExportsDto {
  /** The latest first. */
  items!: DataExportDto[];
}
