import { IsInt, IsISO8601, IsUUID, Min } from 'class-validator';

/** An agency answered a need with an assistant and prices. */
export class ProposalMadeV1 {
  static readonly type = 'proposal.made.v1';

  @IsUUID()
  needId!: string;

  /** The version of the need that was answered. */
  @IsInt()
  @Min(1)
  needVersion!: number;

  @IsUUID()
  businessId!: string;

  @IsUUID()
  agencyId!: string;

  @IsUUID()
  assistantId!: string;

  @IsISO8601()
  madeAt!: string;
}
