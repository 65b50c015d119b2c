import { IsISO8601 } from 'class-validator';
import { DisputeOfV1 } from '../dispute-shapes.js';

/** Whoever opened it has taken it back: all is as before. */
export class DisputeWithdrawnV1 extends DisputeOfV1 {
  static readonly type = 'dispute.withdrawn.v1';

  @IsISO8601() withdrawnAt!: string;
}
