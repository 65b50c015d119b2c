import { IsISO8601, IsUUID } from 'class-validator';

/** The need was filled by somebody else or closed before the business had decided about the proposal. */
export class ProposalClosedV1 {
  static readonly type = 'proposal.closed.v1';

  @IsUUID() needId!: string;
  @IsISO8601() closedAt!: string;
}
