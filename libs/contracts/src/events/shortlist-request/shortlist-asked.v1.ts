import { IsInt, IsUUID } from 'class-validator';
import { NeedToMatchV1 } from '../need-to-match.js';
import { Nested } from '../../nested.js';

/** A business wants a fresh shortlist of a need that hasn't changed; the aggregate is the request. */
export class ShortlistAskedV1 {
  static readonly type = 'shortlist.asked.v1';

  @IsUUID() needId!: string;
  @IsInt() needVersion!: number;
  @IsUUID() businessId!: string;
  @Nested(() => NeedToMatchV1) matching!: NeedToMatchV1;
}
