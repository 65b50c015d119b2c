import { IsISO8601, IsUUID } from 'class-validator';

/** The business declined; its reason stays at home, being free text. */
export class ProposalDeclinedV1 {
  static readonly type = 'proposal.declined.v1';

  @IsUUID() needId!: string;
  @IsISO8601() declinedAt!: string;
}
