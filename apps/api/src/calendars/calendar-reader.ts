import { WorkThread } from '#platform/processes';
import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import type { BusyTimes, CalendarQuestion } from './busy-times.js';

/** The rules of a calendar are somebody else's: one that takes longer is given up, and the thread with it. */
const timeLimitMs = 20_000;

/** What was read is no calendar, or none that can be made out. */
export class UnreadableCalendar extends Error {}

/** Makes out what calendars say, in a thread of its own: what repeats without end must hold up nobody. */
@Injectable()
export class CalendarReader implements OnModuleDestroy {
  private readonly thread = new WorkThread<CalendarQuestion, BusyTimes>(
    new URL('calendar-worker.js', import.meta.url),
    { name: 'reading calendars', queueLimit: 64 },
  );
  private turn: Promise<unknown> = Promise.resolve();

  /** One after the other, so that nobody pays for the time that another one takes. @throws UnreadableCalendar */
  read(question: CalendarQuestion): Promise<BusyTimes> {
    const answer = this.turn.then(() => this.ask(question));
    this.turn = answer.catch(() => undefined);
    return answer;
  }

  onModuleDestroy(): Promise<void> {
    return this.thread.end();
  }

  private async ask(question: CalendarQuestion): Promise<BusyTimes> {
    const timer = setTimeout(() => void this.thread.end(), timeLimitMs);
    try {
      return await this.thread.ask(question);
    } catch (error) {
      throw new UnreadableCalendar(String(error), { cause: error });
    } finally {
      clearTimeout(timer);
    }
  }
}
