import type { Absence } from '#domain';
import type { KeptState } from '#platform/database';
import { Column, Entity } from 'typeorm';
import { KeptRow } from '../row-columns.js';

@Entity({ schema: 'api', name: 'absence' })
export class AbsenceRow extends KeptRow {
  @Column('uuid') agencyId!: string;
  @Column('uuid') assistantId!: string;

  /** The agreement for which a business reported it; null for all that she works for. */
  @Column('uuid', { nullable: true }) agreementId!: string | null;

  /** The businesses that have to know of it. */
  @Column('uuid', { array: true }) businessIds!: string[];
  @Column('text') status!: Absence['status'];
  @Column('timestamptz') startsAt!: Date;
  @Column('timestamptz', { nullable: true }) endsAt!: Date | null;
  @Column('jsonb') state!: KeptState<Absence>;
}
