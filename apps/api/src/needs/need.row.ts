import type { NeedDetails, NeedStatus } from '#domain';
import type { AggregateRow } from '#platform/database';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity({ schema: 'api', name: 'need' })
export class NeedRow implements AggregateRow {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('int')
  version!: number;

  @Column('uuid', { name: 'business_id' })
  businessId!: string;

  @Column('text')
  status!: NeedStatus;

  @Column('jsonb')
  details!: NeedDetails;

  @Column('boolean', { name: 'open_to_proposals' })
  openToProposals!: boolean;

  @Column('uuid', { name: 'invited_agency_ids', array: true })
  invitedAgencyIds!: string[];

  @Column('uuid', { name: 'excluded_agency_ids', array: true })
  excludedAgencyIds!: string[];

  @Column('timestamptz', { name: 'drafted_at' })
  draftedAt!: Date;

  @Column('timestamptz', { name: 'posted_at', nullable: true })
  postedAt!: Date | null;

  @Column('timestamptz', { name: 'closed_at', nullable: true })
  closedAt!: Date | null;

  @Column('text', { name: 'close_reason', nullable: true })
  closeReason!: string | null;
}
