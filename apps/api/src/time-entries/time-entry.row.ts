import type { TimeEntry } from '#domain';
import type { KeptState } from '#platform/database';
import { Column, Entity } from 'typeorm';
import { RowOfParties } from '../row-columns.js';

@Entity({ schema: 'api', name: 'time_entry' })
export class TimeEntryRow extends RowOfParties {
  @Column('uuid') engagementId!: string;
  @Column('uuid') assistantId!: string;
  @Column('text') status!: TimeEntry['status'];
  @Column('text') lineId!: string;
  @Column('timestamptz') startedAt!: Date;

  /** Null while the timer runs, and of what was discarded. */
  @Column('timestamptz', { nullable: true }) endedAt!: Date | null;

  /** Of the hours of its period. */
  @Column('int') countedMinutes!: number;

  /** Whether it is taken from a pack of hours that is paid ahead, and so is never charged. */
  @Column('boolean') fromPack!: boolean;

  /** Set while it is recorded and not judged, for whoever sweeps. */
  @Column('timestamptz', { nullable: true }) silenceAcceptsAt!: Date | null;

  /** Set while it is in dispute. */
  @Column('uuid', { nullable: true }) disputeId!: string | null;
  @Column('uuid', { nullable: true }) invoiceId!: string | null;
  @Column('jsonb') state!: KeptState<TimeEntry>;
}
