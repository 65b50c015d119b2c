import type { AccessGrant } from '#domain';
import type { KeptState } from '#platform/database';
import { Column, Entity } from 'typeorm';
import { RowOfParties } from '../row-columns.js';

@Entity({ schema: 'api', name: 'access_grant' })
export class AccessGrantRow extends RowOfParties {
  @Column('uuid') engagementId!: string;
  @Column('uuid') assistantId!: string;
  @Column('text') status!: AccessGrant['status'];

  /** Set while it is open and nobody was told of it, for whoever sweeps. */
  @Column('date', { nullable: true }) reviewDueOn!: string | null;
  @Column('jsonb') state!: KeptState<AccessGrant>;
}
