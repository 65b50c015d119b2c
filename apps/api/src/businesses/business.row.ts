import type { AggregateRow } from '#platform/database';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity({ schema: 'api', name: 'business' })
export class BusinessRow implements AggregateRow {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('int')
  version!: number;

  @Column('text')
  name!: string;

  @Column('text', { name: 'country_code' })
  countryCode!: string;

  @Column('text', { name: 'vat_id', nullable: true })
  vatId!: string | null;

  @Column('text')
  sector!: string;

  @Column('text', { name: 'time_zone' })
  timeZone!: string;

  @Column('text', { name: 'contact_email' })
  contactEmail!: string;

  @Column('timestamptz', { name: 'registered_at' })
  registeredAt!: Date;
}
