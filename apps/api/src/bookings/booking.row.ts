import type { Booking, BookingStatus } from '#domain';
import type { AggregateRow } from '#platform/database';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity({ schema: 'api', name: 'booking' })
export class BookingRow implements AggregateRow {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('int')
  version!: number;

  @Column('uuid', { name: 'agreement_id' })
  agreementId!: string;

  @Column('uuid', { name: 'business_id' })
  businessId!: string;

  @Column('uuid', { name: 'agency_id' })
  agencyId!: string;

  @Column('uuid', { name: 'assistant_id' })
  assistantId!: string;

  @Column('text')
  status!: BookingStatus;

  /** Set while it is held, for whoever sweeps. */
  @Column('timestamptz', { name: 'hold_expires_at', nullable: true })
  holdExpiresAt!: Date | null;

  @Column('jsonb')
  state!: Booking;
}
