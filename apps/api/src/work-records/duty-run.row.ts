import type { DutyRun } from '#domain';
import type { KeptState } from '#platform/database';
import { Column, Entity } from 'typeorm';
import { RowOfParties } from '../row-columns.js';

@Entity({ schema: 'api', name: 'duty_run' })
export class DutyRunRow extends RowOfParties {
  @Column('uuid') engagementId!: string;
  @Column('uuid') assistantId!: string;
  @Column('text') status!: DutyRun['status'];
  @Column('text') lineId!: string;
  @Column('int') periodNumber!: number;

  /** The run whose rest this one is. */
  @Column('uuid', { nullable: true }) carriedFrom!: string | null;
  @Column('timestamptz') startsAt!: Date;

  /** Set while it is done and not accepted, for whoever sweeps. */
  @Column('timestamptz', { nullable: true }) silenceAcceptsAt!: Date | null;

  /** Set while it is in dispute. */
  @Column('uuid', { nullable: true }) disputeId!: string | null;
  @Column('uuid', { nullable: true }) invoiceId!: string | null;
  @Column('jsonb') state!: KeptState<DutyRun>;
}
