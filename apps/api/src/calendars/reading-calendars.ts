import { Clock } from '#platform/clock';
import { type NextPoll, PollLoop } from '#platform/scheduling';
import { type BeforeApplicationShutdown, Injectable, Logger, type OnApplicationBootstrap } from '@nestjs/common';
import { CalendarReadings } from './calendar-readings.js';
import { ReadOutsideCalendar } from './read-outside-calendar.js';

/** Calendars that one process reads at the same time. */
const atOnce = 8;

/** Reads calendars when their turn comes; any number of processes share the work. */
@Injectable()
export class ReadingCalendars implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly loop = new PollLoop('reading calendars', () => this.step());
  private readonly stopping = new AbortController();
  private readonly logger = new Logger('Calendars');

  constructor(
    private readonly readings: CalendarReadings,
    private readonly reader: ReadOutsideCalendar,
    private readonly clock: Clock,
  ) {
    readings.onDue(() => this.loop.wake());
  }

  onApplicationBootstrap(): void {
    this.loop.start();
  }

  /** What is under way is given up; its lease ends by itself. */
  async beforeApplicationShutdown(): Promise<void> {
    this.stopping.abort(new Error('the service stops'));
    await this.loop.stop();
  }

  private async step(): Promise<NextPoll> {
    const due = await this.readings.claim(atOnce, this.clock.now());
    const read = due.map((calendar) => this.reader.read(calendar, this.stopping.signal));
    for (const result of await Promise.allSettled(read)) {
      if (result.status === 'rejected' && !this.stopping.signal.aborted) this.logger.warn(String(result.reason));
    }
    return due.length > 0 ? 0 : 'idle';
  }
}
