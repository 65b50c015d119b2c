import { IsISO8601 } from 'class-validator';
import { RecordOfV1 } from '../record-shapes.js';

/** It was a mistake, and counts for nothing. */
export class RecordWithdrawnV1 extends RecordOfV1 {
  static readonly type = 'record.withdrawn.v1';

  @IsISO8601() withdrawnAt!: string;
}
