import { IsISO8601, IsString, IsUUID } from 'class-validator';

/** A month of a business's records is closed: its entries stay as they are. */
export class RecordMonthClosedV1 {
  static readonly type = 'record-month.closed.v1';

  @IsUUID() businessId!: string;
  @IsString() month!: string;
  @IsISO8601() closedAt!: string;
}
