import type { AssistantStatus, Currency, DateRange, SkillWithLevel, SpokenLanguage, WeeklyHours } from '#domain';
import type { AggregateRow } from '#platform/database';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity({ schema: 'api', name: 'assistant' })
export class AssistantRow implements AggregateRow {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('int')
  version!: number;

  @Column('uuid', { name: 'agency_id' })
  agencyId!: string;

  @Column('text')
  status!: AssistantStatus;

  @Column('text', { name: 'display_name' })
  displayName!: string;

  @Column('text', { name: 'professional_title' })
  professionalTitle!: string;

  @Column('text', { name: 'country_code' })
  countryCode!: string;

  @Column('text', { name: 'time_zone' })
  timeZone!: string;

  @Column('jsonb')
  skills!: readonly SkillWithLevel[];

  @Column('text', { name: 'duty_codes', array: true })
  dutyCodes!: string[];

  @Column('jsonb')
  languages!: readonly SpokenLanguage[];

  /** Integer minor units per hour. */
  @Column('bigint', { name: 'rate_minor' })
  rateMinor!: number;

  @Column('text', { name: 'rate_currency' })
  rateCurrency!: Currency;

  @Column('jsonb', { name: 'weekly_hours' })
  weeklyHours!: readonly WeeklyHours[];

  @Column('jsonb', { name: 'days_off' })
  daysOff!: readonly DateRange[];

  @Column('int', { name: 'weekly_capacity_minutes' })
  weeklyCapacityMinutes!: number;

  @Column('bool', { name: 'instant_booking' })
  instantBooking!: boolean;

  @Column('text', { name: 'external_ref', nullable: true })
  externalRef!: string | null;

  @Column('timestamptz', { name: 'created_at' })
  createdAt!: Date;

  /** The first time that the assistant was published. */
  @Column('timestamptz', { name: 'listed_at', nullable: true })
  listedAt!: Date | null;

  @Column('timestamptz', { name: 'withdrawn_at', nullable: true })
  withdrawnAt!: Date | null;

  @Column('text', { name: 'withdrawal_reason', nullable: true })
  withdrawalReason!: string | null;
}
