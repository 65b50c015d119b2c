import type { PricedLine, Proposal, Suggestion } from '#domain';
import type { AggregateRow } from '#platform/database';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity({ schema: 'api', name: 'proposal' })
export class ProposalRow implements AggregateRow {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('int')
  version!: number;

  @Column('uuid', { name: 'need_id' })
  needId!: string;

  @Column('int', { name: 'need_version' })
  needVersion!: number;

  @Column('uuid', { name: 'business_id' })
  businessId!: string;

  @Column('uuid', { name: 'agency_id' })
  agencyId!: string;

  @Column('uuid', { name: 'assistant_id' })
  assistantId!: string;

  @Column('text')
  status!: Proposal['status'];

  @Column('jsonb')
  lines!: PricedLine[];

  @Column('jsonb')
  suggestions!: Suggestion[];

  @Column('text', { name: 'adopted_suggestion_ids', array: true })
  adoptedSuggestionIds!: string[];

  @Column('text')
  message!: string;

  @Column('timestamptz', { name: 'made_at' })
  madeAt!: Date;

  /** When it was accepted, declined or withdrawn. */
  @Column('timestamptz', { name: 'decided_at', nullable: true })
  decidedAt!: Date | null;

  @Column('text', { name: 'decline_reason', nullable: true })
  declineReason!: string | null;
}
