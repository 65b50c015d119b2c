import { IsISO8601, IsUUID } from 'class-validator';

/** The agency took its proposal back. */
export class ProposalWithdrawnV1 {
  static readonly type = 'proposal.withdrawn.v1';

  @IsUUID() needId!: string;
  @IsISO8601() withdrawnAt!: string;
}
