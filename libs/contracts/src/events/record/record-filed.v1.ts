import { IsISO8601 } from 'class-validator';
import { RecordOfV1 } from '../record-shapes.js';

/** It was filed, or filed again after a return or a change. */
export class RecordFiledV1 extends RecordOfV1 {
  static readonly type = 'record.filed.v1';

  @IsISO8601() filedAt!: string;
}
