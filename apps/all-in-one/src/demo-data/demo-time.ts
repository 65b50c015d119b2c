import { Clock } from '#platform/clock';
import type { Sweep } from '#platform/scheduling';

/** The time by which the demo's people live. Instants are milliseconds since 1970. */
export interface DemoTime {
  /** Has everything begin so many days ago, where nothing has happened yet. */
  beginAgo(days: number): void;
  now(): number;
  /** Lets time go on, and what falls due by itself on the way happen. */
  goTo(instant: number): Promise<void>;
}

/** Where the clock is nobody's to set: all of it happens now. */
export const presentTime: DemoTime = {
  beginAgo: () => undefined,
  now: () => Date.now(),
  goTo: async () => undefined,
};

/** A clock that can be set back once, and catches up with the real one. It never goes back after that, nor ahead of it. */
export class PlayedClock extends Clock {
  private behindMs = 0;

  override now(): string {
    return new Date(Date.now() - this.behindMs).toISOString();
  }

  setBack(ms: number): void {
    this.behindMs = ms;
  }

  goTo(instant: number): void {
    this.behindMs = Math.max(0, Math.min(this.behindMs, Date.now() - instant));
  }
}

export const minuteMs = 60_000;
export const hourMs = 60 * minuteMs;
export const dayMs = 24 * hourMs;

/** Days that go by in moments: whoever acts and whatever falls due by itself is told the same time. */
export class PlayedTime implements DemoTime {
  constructor(
    private readonly clock: PlayedClock,
    private readonly sweeps: () => readonly Sweep[],
  ) {}

  beginAgo(days: number): void {
    this.clock.setBack(days * dayMs);
  }

  now(): number {
    return Date.parse(this.clock.now());
  }

  async goTo(instant: number): Promise<void> {
    this.clock.goTo(instant);
    for (const sweep of this.sweeps()) await sweep.sweep(this.clock.now());
  }
}

const madrid = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Madrid' });

/** The day so many from today where the demo's people live: in Madrid, where it may be tomorrow already, and another month. */
export const daysFromNow = (days: number): string =>
  new Date(Date.parse(madrid.format(Date.now())) + days * dayMs).toISOString().slice(0, 10);

/** The month (YYYY-MM) so many before this one, there. */
export function monthsAgo(months: number): string {
  const [year = 0, month = 0] = daysFromNow(0).split('-').map(Number);
  return new Date(Date.UTC(year, month - 1 - months)).toISOString().slice(0, 7);
}
