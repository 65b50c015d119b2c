import type { CatalogueEntry, EntryDetails } from '#domain';
import type { AggregateRow } from '#platform/database';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity({ schema: 'api', name: 'catalogue_entry' })
export class CatalogueEntryRow implements AggregateRow {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('int')
  version!: number;

  @Column('text')
  source!: string;

  @Column('text', { name: 'external_id' })
  externalId!: string;

  @Column('text')
  code!: string;

  @Column('int')
  revision!: number;

  @Column('text')
  status!: CatalogueEntry['status'];

  @Column('jsonb')
  details!: EntryDetails;

  @Column('timestamptz', { name: 'imported_at' })
  importedAt!: Date;

  @Column('timestamptz', { name: 'retired_at', nullable: true })
  retiredAt!: Date | null;
}
