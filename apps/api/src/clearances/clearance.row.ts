import type { ChecklistAnswer, ClearanceStatus, Jurisdiction, PendingAction, ReminderDays, VoidReason } from '#domain';
import { Column, Entity } from 'typeorm';
import { KeptRow } from '../row-columns.js';

@Entity({ schema: 'api', name: 'clearance' })
export class ClearanceRow extends KeptRow {
  @Column('uuid') assistantId!: string;
  @Column('uuid') agencyId!: string;
  @Column('text') status!: ClearanceStatus;
  @Column('text') jurisdiction!: Jurisdiction;
  @Column('text') countryCode!: string;
  @Column('int') templateVersion!: number;
  @Column('jsonb') answers!: readonly ChecklistAnswer[];

  /** Local date. */
  @Column('date', { nullable: true }) trainingCompletedOn!: string | null;
  @Column('text', { nullable: true }) evidenceSha256!: string | null;
  /** One that was kept before there were reminders doesn't say that there was none. */
  @Column('jsonb') openActions!: readonly (Omit<PendingAction, 'remindedDays'> & Partial<PendingAction>)[];
  @Column('timestamptz') requestedAt!: Date;
  @Column('uuid', { nullable: true }) assessorUserId!: string | null;
  @Column('text', { nullable: true }) assessorName!: string | null;
  @Column('timestamptz', { nullable: true }) grantedAt!: Date | null;
  @Column('timestamptz', { nullable: true }) validUntil!: Date | null;
  @Column('int', { nullable: true }) remindedDays!: ReminderDays | null;
  @Column('timestamptz', { nullable: true }) voidedAt!: Date | null;
  @Column('text', { nullable: true }) voidReason!: VoidReason | null;
}
