import type { Review, Side } from '#domain';
import type { KeptState } from '#platform/database';
import { Column, Entity } from 'typeorm';
import { RowOfParties } from '../row-columns.js';

@Entity({ schema: 'api', name: 'review' })
export class ReviewRow extends RowOfParties {
  @Column('uuid') engagementId!: string;

  /** Who gave it; each side of an engagement once. */
  @Column('text') side!: Side;
  @Column('jsonb') state!: KeptState<Review>;
}
