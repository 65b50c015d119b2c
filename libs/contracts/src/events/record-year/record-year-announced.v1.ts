import { IsISO8601, IsInt, IsString, IsUUID } from 'class-validator';

/** The law asks nobody to keep the books of a fiscal year any longer: they go on a day, unless the business needs them. */
export class RecordYearAnnouncedV1 {
  static readonly type = 'record-year.announced.v1';

  @IsUUID() businessId!: string;
  @IsInt() year!: number;
  @IsString() goesOn!: string;
  @IsISO8601() announcedAt!: string;
}
