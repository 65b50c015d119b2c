import { Type } from 'class-transformer';
import { IsInt, IsUUID, ValidateNested } from 'class-validator';
import { NeedToMatchV1 } from '../need-to-match.js';

/** A business wants a fresh shortlist of a need that hasn't changed; the aggregate is the request. */
export class ShortlistAskedV1 {
  static readonly type = 'shortlist.asked.v1';

  @IsUUID() needId!: string;
  @IsInt() needVersion!: number;
  @IsUUID() businessId!: string;
  @ValidateNested() @Type(() => NeedToMatchV1) matching!: NeedToMatchV1;
}
