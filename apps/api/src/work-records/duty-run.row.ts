import type { DutyRun } from '#domain';
import type { AggregateRow } from '#platform/database';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity({ schema: 'api', name: 'duty_run' })
export class DutyRunRow implements AggregateRow {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('int')
  version!: number;

  @Column('uuid', { name: 'engagement_id' })
  engagementId!: string;

  @Column('uuid', { name: 'business_id' })
  businessId!: string;

  @Column('uuid', { name: 'agency_id' })
  agencyId!: string;

  @Column('uuid', { name: 'assistant_id' })
  assistantId!: string;

  @Column('text')
  status!: DutyRun['status'];

  @Column('text', { name: 'line_id' })
  lineId!: string;

  @Column('int', { name: 'period_number' })
  periodNumber!: number;

  @Column('timestamptz', { name: 'starts_at' })
  startsAt!: Date;

  /** Set while it is done and not accepted, for whoever sweeps. */
  @Column('timestamptz', { name: 'silence_accepts_at', nullable: true })
  silenceAcceptsAt!: Date | null;

  @Column('uuid', { name: 'invoice_id', nullable: true })
  invoiceId!: string | null;

  @Column('jsonb')
  state!: DutyRun;
}
