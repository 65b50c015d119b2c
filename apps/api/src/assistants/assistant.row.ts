import type {
  AssistantStanding,
  AssistantStatus,
  Currency,
  DateRange,
  SkillWithLevel,
  SpokenLanguage,
  WeeklyHours,
} from '#domain';
import type { KeptState } from '#platform/database';
import { Column, Entity } from 'typeorm';
import { KeptRow } from '../row-columns.js';

@Entity({ schema: 'api', name: 'assistant' })
export class AssistantRow extends KeptRow {
  @Column('uuid') agencyId!: string;
  @Column('text') status!: AssistantStatus;
  @Column('text') displayName!: string;
  @Column('text') professionalTitle!: string;
  @Column('text') countryCode!: string;
  @Column('text') timeZone!: string;
  @Column('jsonb') skills!: readonly SkillWithLevel[];
  @Column('text', { array: true }) dutyCodes!: string[];
  @Column('jsonb') languages!: readonly SpokenLanguage[];

  /** Integer minor units per hour. */
  @Column('bigint') rateMinor!: number;
  @Column('text') rateCurrency!: Currency;
  @Column('jsonb') weeklyHours!: readonly WeeklyHours[];
  @Column('jsonb') daysOff!: readonly DateRange[];
  @Column('int') weeklyCapacityMinutes!: number;
  @Column('bool') instantBooking!: boolean;
  @Column('text', { nullable: true }) externalRef!: string | null;
  @Column('timestamptz') createdAt!: Date;

  /** The first time that the assistant was published. */
  @Column('timestamptz', { nullable: true }) listedAt!: Date | null;

  /** What goes with the status and with no other: why and since when. */
  @Column('jsonb') standing!: KeptState<AssistantStanding>;
}
