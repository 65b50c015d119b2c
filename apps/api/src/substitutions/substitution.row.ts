import type { Substitution } from '#domain';
import type { KeptState } from '#platform/database';
import { Column, Entity } from 'typeorm';
import { RowOfParties } from '../row-columns.js';

@Entity({ schema: 'api', name: 'substitution' })
export class SubstitutionRow extends RowOfParties {
  @Column('uuid') engagementId!: string;
  @Column('uuid') assistantId!: string;
  @Column('uuid') substituteId!: string;
  @Column('text') status!: Substitution['status'];
  @Column('boolean') temporary!: boolean;
  @Column('jsonb') state!: KeptState<Substitution>;
}
