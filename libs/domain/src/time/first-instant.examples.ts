import { Temporal } from 'temporal-polyfill';
import { minuteMs } from './instant.js';

/** For specs, by Temporal: the UTC minute at which a zone's clocks first read a local time or a later one. */
export function firstMinuteReading(local: Temporal.PlainDateTime, timeZone: string): number {
  const before = local.toZonedDateTime(timeZone, { disambiguation: 'earlier' });
  const isShown = before.toPlainDateTime().equals(local);
  return (isShown ? before : before.getTimeZoneTransition('next')!).epochMilliseconds / minuteMs;
}
