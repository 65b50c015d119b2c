import { clockOf, isTimeZone, minuteMs } from '#domain';
import ICAL from 'ical.js';

/** Whole days are the assistant's, whatever the zone of the calendar. In minutes since 1970. */
export function minuteOf(time: ICAL.Time, zone: string): number {
  const isFloating = time.isDate || time.zone === ICAL.Timezone.localTimezone;
  if (!isFloating) return time.toUnixTime() / 60;
  const { year, month, day, hour, minute } = time;
  return clockOf(zone).toUtc(Date.UTC(year, month - 1, day, ...(time.isDate ? [] : [hour, minute])) / minuteMs);
}

/** By which zones times are read for which the calendar brings no rules along: those of the world by that name, or the assistant's. */
export function zonesOf(component: ICAL.Component, timeZone: string): { startZone: string; endZone: string } {
  const startZone = zoneOf(component.getFirstProperty('dtstart')) ?? timeZone;
  return { startZone, endZone: zoneOf(component.getFirstProperty('dtend')) ?? startZone };
}

/** Some write a name of their own before it: `/mozilla.org/20070129_1/Europe/Madrid`. */
function zoneOf(property: ICAL.Property | null): string | null {
  const name = property?.getParameter('tzid');
  if (typeof name !== 'string') return null;
  const parts = name.split('/');
  const ends = parts.map((_, at) => parts.slice(at).join('/'));
  return ends.find((end) => end !== '' && isTimeZone(end)) ?? null;
}

/**
 * The occurrences that a property names, in minutes since 1970: by their instant, in whichever zone it is told, or by their day alone.
 * @param start of the first occurrence, at whose time all others are
 */
export function timesOf(component: ICAL.Component, name: string, start: ICAL.Time, startZone: string): number[] {
  return component.getAllProperties(name).flatMap((property) => {
    const zone = zoneOf(property) ?? startZone;
    return (property.getValues() as unknown as ICAL.Time[]).map((time) => {
      if (!time.isDate || start.isDate) return minuteOf(time, zone);
      const at = start.clone();
      at.resetTo(time.year, time.month, time.day, start.hour, start.minute, start.second, start.zone);
      return minuteOf(at, startZone);
    });
  });
}
