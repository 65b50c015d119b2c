import { dayMs, minuteMs } from '../time/instant.js';
import { clockOf } from '../time/zone.js';

/** On the reader's clock. */
const morningMinute = 8 * 60;
const dayMinutes = dayMs / minuteMs;

/** The next eight in the morning of a zone after an instant: there is one a day, also where clocks are changed at night. */
export function nextMorningAt(now: string, timeZone: string): string {
  const clock = clockOf(timeZone);
  const minute = Math.floor(Date.parse(now) / minuteMs);
  const today = Math.floor(clock.toLocal(minute) / dayMinutes) * dayMinutes + morningMinute;
  const morning = clock.toUtc(today);
  return new Date((morning > minute ? morning : clock.toUtc(today + dayMinutes)) * minuteMs).toISOString();
}
