import type { AgencyStatus } from '#domain';
import type { AggregateRow } from '#platform/database';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity({ schema: 'api', name: 'agency' })
export class AgencyRow implements AggregateRow {
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

  @Column('text', { name: 'contact_email' })
  contactEmail!: string;

  @Column('text')
  status!: AgencyStatus;

  @Column('timestamptz', { name: 'registered_at' })
  registeredAt!: Date;

  /** When the present status began, for a verified or a suspended agency. */
  @Column('timestamptz', { name: 'status_since', nullable: true })
  statusSince!: Date | null;

  @Column('text', { name: 'suspension_reason', nullable: true })
  suspensionReason!: string | null;
}
