import { IsInt, IsISO8601, IsUUID, Min } from 'class-validator';
import { PartiesV1 } from '../parties.shape.js';

/** An agency answered a need with an assistant and prices. */
export class ProposalMadeV1 extends PartiesV1 {
  static readonly type = 'proposal.made.v1';

  @IsUUID() needId!: string;

  /** The version of the need that was answered. */
  @IsInt() @Min(1) needVersion!: number;
  @IsISO8601() madeAt!: string;
}
