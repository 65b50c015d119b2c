import { IsIn, IsISO8601, IsUUID } from 'class-validator';

export const erasureOutcomes = ['done', 'refused', 'withdrawn'] as const;

/** Somebody who asked to be erased was, or was not. */
export class ErasureSettledV1 {
  static readonly type = 'erasure.settled.v1';

  @IsUUID() userId!: string;
  @IsIn(erasureOutcomes) as!: (typeof erasureOutcomes)[number];
  @IsISO8601() settledAt!: string;
}
