import type { OutsideCalendar, OutsideCalendarStatus } from '#domain';
import type { KeptState } from '#platform/database';
import { Column, Entity } from 'typeorm';
import { KeptRow } from '../row-columns.js';

@Entity({ schema: 'api', name: 'outside_calendar' })
export class OutsideCalendarRow extends KeptRow {
  @Column('uuid') agencyId!: string;
  @Column('uuid') assistantId!: string;
  @Column('text') status!: OutsideCalendarStatus;
  @Column('jsonb') state!: KeptState<OutsideCalendar>;
}
