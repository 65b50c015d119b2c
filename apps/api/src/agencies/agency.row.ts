import type { AgencyStatus } from '#domain';
import { Column, Entity } from 'typeorm';
import { KeptRow } from '../row-columns.js';

@Entity({ schema: 'api', name: 'agency' })
export class AgencyRow extends KeptRow {
  @Column('text') name!: string;
  @Column('text') countryCode!: string;
  @Column('text', { nullable: true }) vatId!: string | null;
  @Column('text') contactEmail!: string;
  @Column('text') status!: AgencyStatus;
  @Column('timestamptz') registeredAt!: Date;

  /** When the present status began, for a verified or a suspended agency. */
  @Column('timestamptz', { nullable: true }) statusSince!: Date | null;
  @Column('text', { nullable: true }) suspensionReason!: string | null;
}
