import type { Booking, BookingStatus } from '#domain';
import type { KeptState } from '#platform/database';
import { Column, Entity } from 'typeorm';
import { RowOfParties } from '../row-columns.js';

@Entity({ schema: 'api', name: 'booking' })
export class BookingRow extends RowOfParties {
  @Column('uuid') agreementId!: string;
  @Column('uuid') assistantId!: string;
  @Column('text') status!: BookingStatus;

  /** Set while it is held, for whoever sweeps. */
  @Column('timestamptz', { nullable: true }) holdExpiresAt!: Date | null;
  /** The first slot's start and the last one's end. */
  @Column('timestamptz') startsAt!: Date;
  @Column('timestamptz') endsAt!: Date;
  /** Of a booking of one line's hours. */
  @Column('text', { nullable: true }) lineId!: string | null;

  /** Something stands in the way of what lies ahead. */
  @Column('bool') atRisk!: boolean;

  /** Whether it has a late fee that no invoice has charged yet. */
  @Column('bool') lateFeeDue!: boolean;
  @Column('jsonb') state!: KeptState<Booking>;
}
