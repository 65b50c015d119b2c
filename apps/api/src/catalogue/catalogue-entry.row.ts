import type { CatalogueEntry, EntryDetails } from '#domain';
import { Column, Entity } from 'typeorm';
import { KeptRow } from '../row-columns.js';

@Entity({ schema: 'api', name: 'catalogue_entry' })
export class CatalogueEntryRow extends KeptRow {
  @Column('text') source!: string;
  @Column('text') externalId!: string;
  @Column('text') code!: string;
  @Column('int') revision!: number;
  @Column('text') status!: CatalogueEntry['status'];
  @Column('jsonb') details!: EntryDetails;
  @Column('timestamptz') importedAt!: Date;
  @Column('timestamptz', { nullable: true }) retiredAt!: Date | null;
}
