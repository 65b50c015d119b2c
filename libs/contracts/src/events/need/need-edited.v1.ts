import { IsISO8601, IsOptional, IsUUID } from 'class-validator';
import { NeedToMatchV1 } from '../need-to-match.js';
import { Nested } from '../../nested.js';

export class NeedEditedV1 {
  static readonly type = 'need.edited.v1';

  @IsUUID() businessId!: string;

  /** Null while the need is a draft. */
  @IsOptional() @Nested(() => NeedToMatchV1) matching!: NeedToMatchV1 | null;
  @IsISO8601() editedAt!: string;
}
