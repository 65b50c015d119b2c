import type { AggregateRow } from '#platform/database';
import { Column, PrimaryColumn } from 'typeorm';

/** What every aggregate's row has. */
export abstract class KeptRow implements AggregateRow {
  @PrimaryColumn('uuid') id!: string;
  @Column('int') version!: number;
}

/** The row of something that a business and an agency share: row-level security shows it to both. */
export abstract class RowOfParties extends KeptRow {
  @Column('uuid') businessId!: string;
  @Column('uuid') agencyId!: string;
}
