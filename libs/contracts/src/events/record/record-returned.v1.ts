import { IsISO8601 } from 'class-validator';
import { RecordOfV1 } from '../record-shapes.js';

/** The business gave it back to be put right. */
export class RecordReturnedV1 extends RecordOfV1 {
  static readonly type = 'record.returned.v1';

  @IsISO8601() returnedAt!: string;
}
