import { IsBoolean, IsISO8601, IsUUID } from 'class-validator';

export class NeedAgenciesInvitedV1 {
  static readonly type = 'need.agencies-invited.v1';

  /** Those who were not invited before. */
  @IsUUID(undefined, { each: true }) agencyIds!: string[];

  /** False for a draft: its agencies hear of it when it is posted. */
  @IsBoolean() posted!: boolean;
  @IsISO8601() invitedAt!: string;
}
