import type { ChecklistAnswer, ClearanceStatus, Jurisdiction, OpenAction, VoidReason } from '#domain';
import type { AggregateRow } from '#platform/database';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity({ schema: 'api', name: 'clearance' })
export class ClearanceRow implements AggregateRow {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('int')
  version!: number;

  @Column('uuid', { name: 'assistant_id' })
  assistantId!: string;

  @Column('uuid', { name: 'agency_id' })
  agencyId!: string;

  @Column('text')
  status!: ClearanceStatus;

  @Column('text')
  jurisdiction!: Jurisdiction;

  @Column('int', { name: 'template_version' })
  templateVersion!: number;

  @Column('jsonb')
  answers!: readonly ChecklistAnswer[];

  /** Local date. */
  @Column('date', { name: 'training_completed_on', nullable: true })
  trainingCompletedOn!: string | null;

  @Column('text', { name: 'evidence_sha256', nullable: true })
  evidenceSha256!: string | null;

  @Column('jsonb', { name: 'open_actions' })
  openActions!: readonly OpenAction[];

  @Column('timestamptz', { name: 'requested_at' })
  requestedAt!: Date;

  @Column('uuid', { name: 'assessor_user_id', nullable: true })
  assessorUserId!: string | null;

  @Column('text', { name: 'assessor_name', nullable: true })
  assessorName!: string | null;

  @Column('timestamptz', { name: 'granted_at', nullable: true })
  grantedAt!: Date | null;

  @Column('timestamptz', { name: 'valid_until', nullable: true })
  validUntil!: Date | null;

  @Column('timestamptz', { name: 'voided_at', nullable: true })
  voidedAt!: Date | null;

  @Column('text', { name: 'void_reason', nullable: true })
  voidReason!: VoidReason | null;
}
