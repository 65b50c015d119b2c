import { IsBoolean, IsISO8601, IsUUID } from 'class-validator';
import { NeedToMatchV1 } from '../need-to-match.js';
import { Nested } from '../../nested.js';

/** The need is complete and visible to agencies; the matcher prepares its shortlist. */
export class NeedPostedV1 {
  static readonly type = 'need.posted.v1';

  @IsUUID() businessId!: string;
  @Nested(() => NeedToMatchV1) matching!: NeedToMatchV1;
  @IsBoolean() openToProposals!: boolean;
  @IsUUID(undefined, { each: true }) invitedAgencyIds!: string[];
  @IsISO8601() postedAt!: string;
}
