import { IsISO8601 } from 'class-validator';
import { RecordOfV1 } from '../record-shapes.js';

/** The business took it into its books. */
export class RecordReviewedV1 extends RecordOfV1 {
  static readonly type = 'record.reviewed.v1';

  @IsISO8601() reviewedAt!: string;
}
