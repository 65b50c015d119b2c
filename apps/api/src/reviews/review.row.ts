import type { Review, Side } from '#domain';
import type { AggregateRow } from '#platform/database';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity({ schema: 'api', name: 'review' })
export class ReviewRow implements AggregateRow {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('int')
  version!: number;

  @Column('uuid', { name: 'engagement_id' })
  engagementId!: string;

  /** Who gave it; each side of an engagement once. */
  @Column('text')
  side!: Side;

  @Column('uuid', { name: 'agency_id' })
  agencyId!: string;

  @Column('uuid', { name: 'business_id' })
  businessId!: string;

  @Column('jsonb')
  state!: Review;
}
