import { Type } from 'class-transformer';
import { IsBoolean, IsISO8601, IsUUID, ValidateNested } from 'class-validator';
import { NeedToMatchV1 } from '../need-to-match.js';

/** What the need was filled with was withdrawn before it came into force: it is as visible as when it was posted. */
export class NeedReopenedV1 {
  static readonly type = 'need.reopened.v1';

  @IsUUID() businessId!: string;
  @ValidateNested() @Type(() => NeedToMatchV1) matching!: NeedToMatchV1;
  @IsBoolean() openToProposals!: boolean;
  @IsUUID(undefined, { each: true }) invitedAgencyIds!: string[];
  @IsISO8601() reopenedAt!: string;
}
