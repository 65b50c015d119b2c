import type { PostalAddress, VatCheck } from '#domain';
import { Column, Entity } from 'typeorm';
import { KeptRow } from '../row-columns.js';

@Entity({ schema: 'api', name: 'business' })
export class BusinessRow extends KeptRow {
  @Column('text') name!: string;
  @Column('text') countryCode!: string;
  @Column('text', { nullable: true }) vatId!: string | null;
  @Column('text') sector!: string;
  @Column('text') timeZone!: string;
  @Column('text') contactEmail!: string;
  @Column('text', { nullable: true }) legalName!: string | null;
  @Column('text', { nullable: true }) registrationNumber!: string | null;
  @Column('jsonb', { nullable: true }) address!: PostalAddress | null;

  /** Null without a VAT id. */
  @Column('jsonb', { nullable: true }) vatCheck!: VatCheck | null;
  @Column('timestamptz') registeredAt!: Date;
  @Column('timestamptz', { nullable: true }) closedAt!: Date | null;
}
