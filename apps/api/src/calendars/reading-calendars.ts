import { Clock } from '#platform/clock';
import { ClaimedWork } from '#platform/scheduling';
import { Injectable } from '@nestjs/common';
import { CalendarReadings, type DueCalendar } from './calendar-readings.js';
import { ReadOutsideCalendar } from './read-outside-calendar.js';

/** Reads calendars when their turn comes. */
@Injectable()
export class ReadingCalendars extends ClaimedWork<DueCalendar> {
  constructor(
    private readonly readings: CalendarReadings,
    private readonly reader: ReadOutsideCalendar,
    private readonly clock: Clock,
  ) {
    super('reading calendars', 8);
    readings.onDue(() => this.loop.wake());
  }

  protected claim(atMost: number): Promise<DueCalendar[]> {
    return this.readings.claim(atMost, this.clock.now());
  }

  protected work(calendar: DueCalendar, stopping: AbortSignal): Promise<unknown> {
    return this.reader.read(calendar, stopping);
  }
}
