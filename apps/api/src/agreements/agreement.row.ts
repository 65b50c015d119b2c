import type { Agreement, AgreementVersion } from '#domain';
import type { KeptState } from '#platform/database';
import { Column, Entity } from 'typeorm';
import { RowOfParties } from '../row-columns.js';

@Entity({ schema: 'api', name: 'agreement' })
export class AgreementRow extends RowOfParties {
  @Column('uuid') needId!: string;

  /** Null for an instant agreement with a listing. */
  @Column('uuid', { nullable: true }) proposalId!: string | null;
  @Column('uuid') assistantId!: string;
  @Column('text') status!: Agreement['status'];
  @Column('int', { nullable: true }) inForceNumber!: number | null;
  @Column('timestamptz', { nullable: true }) acceptedAt!: Date | null;
  @Column('timestamptz', { nullable: true }) withdrawnAt!: Date | null;

  /** All of them, oldest first: they are only ever read together. */
  @Column('jsonb') versions!: KeptState<AgreementVersion>[];
}
