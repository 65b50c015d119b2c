import { marketplace } from '#access';
import { decideOutsideCalendar, type OutsideCalendar, type ReadingFailure } from '#domain';
import { Clock } from '#platform/clock';
import { Injectable } from '@nestjs/common';
import { ApiDatabase } from '../api-database.js';
import { AssistantStore } from '../assistants/assistant.store.js';
import { busyWindow, type BusyTimes } from './busy-times.js';
import { CalendarReader, UnreadableCalendar } from './calendar-reader.js';
import { CalendarReadings, type DueCalendar, type Found } from './calendar-readings.js';
import { FetchCalendar } from './fetch-calendar.js';
import { OutsideBusyTime } from './outside-busy-time.js';
import { OutsideCalendarStore } from './outside-calendar.store.js';

/** Reads one calendar that is due: what it says takes the place of what it said. */
@Injectable()
export class ReadOutsideCalendar {
  constructor(
    private readonly database: ApiDatabase,
    private readonly calendars: OutsideCalendarStore,
    private readonly assistants: AssistantStore,
    private readonly readings: CalendarReadings,
    private readonly busyTime: OutsideBusyTime,
    private readonly fetching: FetchCalendar,
    private readonly reader: CalendarReader,
    private readonly clock: Clock,
  ) {}

  /** Nothing of it happens in a transaction but noting what came of it. */
  async read(due: DueCalendar, signal: AbortSignal): Promise<void> {
    const { state: calendar } = await this.calendars.load(marketplace, due.calendarId);
    if (calendar.status === 'unlinked') return;
    const window = busyWindow(this.clock.now());
    const { timeZone } = (await this.assistants.load(marketplace, calendar.assistantId)).state;
    // In another month, or by another clock, the same text may say something else.
    const isSameQuestion = due.windowFrom?.toISOString() === window.fromAt && due.timeZone === timeZone;
    const known = isSameQuestion ? due.etag : null;
    const fetched = await this.fetching.fetch(calendar.address, known, signal);
    if (fetched.type === 'failed') return this.noteFailure(due.calendarId, fetched.because);
    if (fetched.type === 'unchanged') return this.readings.unchanged(due.calendarId, this.clock.now());
    const said = await this.timesIn(fetched.text, timeZone, window);
    if (said === null) return this.noteFailure(due.calendarId, 'not-a-calendar');
    await this.note(calendar, said, { etag: fetched.etag, windowFrom: window.fromAt, timeZone });
  }

  private async timesIn(text: string, timeZone: string, window: BusyTimes['window']): Promise<BusyTimes | null> {
    try {
      return await this.reader.read({ text, timeZone, window });
    } catch (error) {
      if (error instanceof UnreadableCalendar) return null;
      throw error;
    }
  }

  private async note(
    { calendarId }: OutsideCalendar,
    { busy }: BusyTimes,
    read: Omit<Found, 'busyTimes'>,
  ): Promise<void> {
    const now = this.clock.now();
    await this.database.transaction(marketplace, async (tx) => {
      await this.calendars.update(marketplace, calendarId, null, async (state) => {
        if (state.status === 'unlinked') return [];
        const before = await this.busyTime.of(tx, calendarId);
        const facts = decideOutsideCalendar({ type: 'takeBusyTime', before, busy, now }, state);
        if (facts.some(({ type }) => type === 'busyTimeChanged')) await this.busyTime.replace(tx, state, busy);
        await this.readings.succeeded(tx, calendarId, { ...read, busyTimes: busy.length }, now);
        return facts;
      });
    });
  }

  private async noteFailure(calendarId: string, because: ReadingFailure): Promise<void> {
    const now = this.clock.now();
    await this.database.transaction(marketplace, async (tx) => {
      await this.calendars.update(marketplace, calendarId, null, async (state) => {
        const failingSince = await this.readings.failed(tx, calendarId, because, now);
        if (state.status === 'unlinked' || failingSince === null) return [];
        return decideOutsideCalendar({ type: 'noteUnreadable', because, failingSince, now }, state);
      });
    });
  }
}
