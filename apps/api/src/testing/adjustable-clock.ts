import { Clock } from '#platform/clock';

type Unit = 'seconds' | 'minutes' | 'hours' | 'days';

/** A clock that a test can set forward. It runs with the real one, so that nothing happens twice at the same instant. */
export class AdjustableClock extends Clock {
  private aheadMs = 0;

  override now(): string {
    return new Date(Date.now() + this.aheadMs).toISOString();
  }

  advance({ seconds = 0, minutes = 0, hours = 0, days = 0 }: Partial<Record<Unit, number>>): void {
    this.aheadMs += (((days * 24 + hours) * 60 + minutes) * 60 + seconds) * 1_000;
  }
}
