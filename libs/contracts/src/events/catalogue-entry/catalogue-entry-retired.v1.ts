import { IsISO8601, IsString } from 'class-validator';

/** A duty of another catalogue is not to be named anew; what names it already goes on. */
export class CatalogueEntryRetiredV1 {
  static readonly type = 'catalogue-entry.retired.v1';

  @IsString() code!: string;
  @IsISO8601() retiredAt!: string;
}
