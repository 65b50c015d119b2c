import { IsISO8601, IsUUID } from 'class-validator';

/** Somebody asks to be erased; administrators answer within a month. */
export class ErasureAskedV1 {
  static readonly type = 'erasure.asked.v1';

  @IsUUID() userId!: string;
  @IsISO8601() askedAt!: string;
  @IsISO8601() dueAt!: string;
}
