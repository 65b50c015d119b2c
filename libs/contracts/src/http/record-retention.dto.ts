import { IsInt, IsString, Length, Matches, Max, Min } from 'class-validator';
import { IsShown } from './is-shown.js';

export class ExtendRetentionDto {
  /** The year in which the fiscal year begins. */
  @IsInt() @Min(1990) @Max(2199) year!: number;

  /** Local date until which the books are kept. */
  @IsString() @Matches(/^\d{4}-\d{2}-\d{2}$/) until!: string;

  /** What they are needed for. */
  @IsString() @Length(1, 500) @IsShown() reason!: string;
}

/** What went with the books of a year. */
export class RemovedBooksDto {
  entries!: number;
  documents!: number;
  packs!: number;
}

/** A fiscal year of books, and how long it is kept. */
export class RetainedYearDto {
  year!: number;
  /** Local dates, both included. */
  from!: string;
  to!: string;
  /** Entries that are there. */
  entries!: number;
  /** Local date on which the books go. */
  goesOn!: string;
  /** When the business was told; null while they are kept anyway. */
  announcedAt!: string | null;
  /** Why they are kept longer than the law asks; null where they aren't. */
  keptFor!: string | null;
  removedAt!: string | null;
  removed!: RemovedBooksDto | null;
}

/** How long the books of a business are kept, and by which rule. */
export class RecordRetentionDto {
  years!: number;
  /** Where that is said. */
  source!: string;
  /** The oldest first. */
  items!: RetainedYearDto[];
}
