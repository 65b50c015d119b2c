import { IsISO8601 } from 'class-validator';
import { SubstitutionOfV1 } from '../substitution-shapes.js';

/** The substitute does the work from now on: what is booked ahead and what is open has moved. */
export class SubstitutionStartedV1 extends SubstitutionOfV1 {
  static readonly type = 'substitution.started.v1';

  @IsISO8601() startedAt!: string;
}
