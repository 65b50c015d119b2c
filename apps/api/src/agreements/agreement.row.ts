import type { Agreement, AgreementVersion } from '#domain';
import type { AggregateRow } from '#platform/database';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity({ schema: 'api', name: 'agreement' })
export class AgreementRow implements AggregateRow {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('int')
  version!: number;

  @Column('uuid', { name: 'need_id' })
  needId!: string;

  /** Null for an instant agreement with a listing. */
  @Column('uuid', { name: 'proposal_id', nullable: true })
  proposalId!: string | null;

  @Column('uuid', { name: 'business_id' })
  businessId!: string;

  @Column('uuid', { name: 'agency_id' })
  agencyId!: string;

  @Column('uuid', { name: 'assistant_id' })
  assistantId!: string;

  @Column('text')
  status!: Agreement['status'];

  @Column('int', { name: 'in_force_number', nullable: true })
  inForceNumber!: number | null;

  @Column('timestamptz', { name: 'accepted_at', nullable: true })
  acceptedAt!: Date | null;

  @Column('timestamptz', { name: 'withdrawn_at', nullable: true })
  withdrawnAt!: Date | null;

  /** All of them, oldest first: they are only ever read together. */
  @Column('jsonb')
  versions!: AgreementVersion[];
}
