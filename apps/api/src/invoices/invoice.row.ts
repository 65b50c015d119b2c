import type { Invoice } from '#domain';
import type { AggregateRow } from '#platform/database';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity({ schema: 'api', name: 'invoice' })
export class InvoiceRow implements AggregateRow {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('int')
  version!: number;

  @Column('uuid', { name: 'engagement_id' })
  engagementId!: string;

  @Column('uuid', { name: 'agency_id' })
  agencyId!: string;

  @Column('uuid', { name: 'business_id' })
  businessId!: string;

  /** Unique per agency. */
  @Column('text')
  number!: string;

  @Column('jsonb')
  state!: Invoice;
}
