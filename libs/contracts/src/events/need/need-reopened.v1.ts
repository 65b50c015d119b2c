import { IsBoolean, IsISO8601, IsUUID } from 'class-validator';
import { NeedToMatchV1 } from '../need-to-match.js';
import { Nested } from '../../nested.js';

/** What the need was filled with was withdrawn before it came into force: it is as visible as when it was posted. */
export class NeedReopenedV1 {
  static readonly type = 'need.reopened.v1';

  @IsUUID() businessId!: string;
  @Nested(() => NeedToMatchV1) matching!: NeedToMatchV1;
  @IsBoolean() openToProposals!: boolean;
  @IsUUID(undefined, { each: true }) invitedAgencyIds!: string[];
  @IsISO8601() reopenedAt!: string;
}
