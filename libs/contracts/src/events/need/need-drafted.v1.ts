import { IsISO8601, IsUUID } from 'class-validator';

export class NeedDraftedV1 {
  static readonly type = 'need.drafted.v1';

  @IsUUID() businessId!: string;
  @IsISO8601() draftedAt!: string;
}
