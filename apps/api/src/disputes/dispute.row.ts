import type { Dispute, DisputeSubject } from '#domain';
import type { KeptState } from '#platform/database';
import { Column, Entity } from 'typeorm';
import { RowOfParties } from '../row-columns.js';

@Entity({ schema: 'api', name: 'dispute' })
export class DisputeRow extends RowOfParties {
  @Column('uuid') engagementId!: string;
  @Column('uuid') assistantId!: string;
  @Column('text') subjectKind!: DisputeSubject['kind'];
  @Column('uuid') subjectId!: string;
  @Column('text') status!: Dispute['status'];

  /** Set while a side has its turn, for whoever sweeps. */
  @Column('timestamptz', { nullable: true }) answerDueAt!: Date | null;
  @Column('jsonb') state!: KeptState<Dispute>;
}
