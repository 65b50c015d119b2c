import type { NeedDetails, NeedStatus } from '#domain';
import { Column, Entity } from 'typeorm';
import { KeptRow } from '../row-columns.js';

/** Rows of before there were preferred skills don't have them. */
type KeptNeedDetails = Omit<NeedDetails, 'preferredSkills'> & Partial<Pick<NeedDetails, 'preferredSkills'>>;

@Entity({ schema: 'api', name: 'need' })
export class NeedRow extends KeptRow {
  @Column('uuid') businessId!: string;
  @Column('text') status!: NeedStatus;
  @Column('jsonb') details!: KeptNeedDetails;
  @Column('boolean') openToProposals!: boolean;
  @Column('uuid', { array: true }) invitedAgencyIds!: string[];
  @Column('uuid', { array: true }) excludedAgencyIds!: string[];
  /** First and last day of the term; a draft may lack them. */
  @Column('date', { nullable: true }) startsOn!: string | null;
  @Column('date', { nullable: true }) endsOn!: string | null;
  @Column('timestamptz') draftedAt!: Date;
  @Column('timestamptz', { nullable: true }) postedAt!: Date | null;
  @Column('timestamptz', { nullable: true }) closedAt!: Date | null;
  @Column('text', { nullable: true }) closeReason!: string | null;
}
