import { IsISO8601, IsUUID } from 'class-validator';
import { PartiesV1 } from '../parties.shape.js';

/** The business took the proposal; an agreement is drafted with it. */
export class ProposalAcceptedV1 extends PartiesV1 {
  static readonly type = 'proposal.accepted.v1';

  @IsUUID() needId!: string;
  @IsISO8601() acceptedAt!: string;
}
