import type { Engagement } from '#domain';
import type { AggregateRow } from '#platform/database';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity({ schema: 'api', name: 'engagement' })
export class EngagementRow implements AggregateRow {
  /** The agreement's id. */
  @PrimaryColumn('uuid')
  id!: string;

  @Column('int')
  version!: number;

  @Column('uuid', { name: 'business_id' })
  businessId!: string;

  @Column('uuid', { name: 'agency_id' })
  agencyId!: string;

  @Column('uuid', { name: 'assistant_id' })
  assistantId!: string;

  @Column('text')
  status!: Engagement['status'];

  @Column('jsonb')
  state!: Engagement;
}
