import type { Engagement } from '#domain';
import type { KeptState } from '#platform/database';
import { Column, Entity } from 'typeorm';
import { RowOfParties } from '../row-columns.js';

@Entity({ schema: 'api', name: 'engagement' })
export class EngagementRow extends RowOfParties {
  @Column('uuid') assistantId!: string;
  @Column('text') status!: Engagement['status'];
  @Column('jsonb') state!: KeptState<Engagement>;
}
