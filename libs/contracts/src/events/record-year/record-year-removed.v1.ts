import { IsISO8601, IsInt, IsUUID } from 'class-validator';

/** The books of a fiscal year are gone, with their documents and packs. */
export class RecordYearRemovedV1 {
  static readonly type = 'record-year.removed.v1';

  @IsUUID() businessId!: string;
  @IsInt() year!: number;
  @IsISO8601() removedAt!: string;
}
