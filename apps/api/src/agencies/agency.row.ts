import type { AgencyStatus, PostalAddress, StandingTerms } from '#domain';
import { Column, Entity } from 'typeorm';
import { KeptRow } from '../row-columns.js';

@Entity({ schema: 'api', name: 'agency' })
export class AgencyRow extends KeptRow {
  @Column('text') name!: string;
  @Column('text') countryCode!: string;
  @Column('text', { nullable: true }) vatId!: string | null;
  @Column('text') contactEmail!: string;
  @Column('text', { nullable: true }) legalName!: string | null;
  @Column('text', { nullable: true }) registrationNumber!: string | null;
  @Column('jsonb', { nullable: true }) address!: PostalAddress | null;
  @Column('text') status!: AgencyStatus;

  /** Null as long as the agency has said nothing of its own. */
  @Column('jsonb', { nullable: true }) standingTerms!: StandingTerms | null;
  @Column('timestamptz') registeredAt!: Date;

  /** When the present status began, for a verified or a suspended agency. */
  @Column('timestamptz', { nullable: true }) statusSince!: Date | null;
  @Column('text', { nullable: true }) suspensionReason!: string | null;
}
