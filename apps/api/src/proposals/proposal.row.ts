import type { PricedLine, Proposal, Suggestion } from '#domain';
import { Column, Entity } from 'typeorm';
import { RowOfParties } from '../row-columns.js';

@Entity({ schema: 'api', name: 'proposal' })
export class ProposalRow extends RowOfParties {
  @Column('uuid') needId!: string;
  @Column('int') needVersion!: number;
  @Column('uuid') assistantId!: string;
  @Column('text') status!: Proposal['status'];
  @Column('jsonb') lines!: PricedLine[];
  @Column('jsonb') suggestions!: Suggestion[];
  @Column('text', { array: true }) adoptedSuggestionIds!: string[];
  @Column('text') message!: string;
  @Column('timestamptz') madeAt!: Date;

  /** When it was accepted, declined, closed or withdrawn. */
  @Column('timestamptz', { nullable: true }) decidedAt!: Date | null;
  @Column('text', { nullable: true }) declineReason!: string | null;
}
