import { IsISO8601, IsUUID } from 'class-validator';

/** The business took the proposal; an agreement is drafted with it. */
export class ProposalAcceptedV1 {
  static readonly type = 'proposal.accepted.v1';

  @IsUUID()
  needId!: string;

  @IsUUID()
  businessId!: string;

  @IsUUID()
  agencyId!: string;

  @IsUUID()
  assistantId!: string;

  @IsISO8601()
  acceptedAt!: string;
}
