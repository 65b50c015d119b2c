import { IsIn, IsISO8601, IsOptional, IsUUID } from 'class-validator';
import { DisputeOfV1 } from '../dispute-shapes.js';

/** It was decided what becomes of what was disputed; what follows of it has been posted with it. */
export class DisputeSettledV1 extends DisputeOfV1 {
  static readonly type = 'dispute.settled.v1';

  @IsIn(['stands', 'falls', 'in-part']) outcome!: 'stands' | 'falls' | 'in-part';
  @IsIn(['administrator', 'sides']) settledBy!: 'administrator' | 'sides';
  @IsOptional() @IsUUID() creditNoteId!: string | null;
  @IsISO8601() settledAt!: string;
}
