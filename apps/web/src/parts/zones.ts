import { clockOf, dayMinutes } from './weekly-hours';

const dayMs = 86_400_000;

const formats = new Map<string, Intl.DateTimeFormat>();

/** `Europe/Madrid` as people say it: Madrid. */
export const zoneName = (zone: string): string => zone.split('/').at(-1)!.replaceAll('_', ' ');

/** The same where one of many is chosen: Madrid (Europe). */
export function zoneInFull(zone: string): string {
  const [region] = zone.split('/');
  return region === zone ? zone : `${zoneName(zone)} (${region!})`;
}

/** What the clocks of one place show, as they stand now, when those of another show so many minutes of the day. */
export function clockBeside(minutes: number, zone: string, other: string, now = new Date()): string {
  const apart = minutesApart(zone, other, now);
  return clockOf((((minutes + apart) % dayMinutes) + dayMinutes) % dayMinutes);
}

/** Minutes that the clocks of one zone are behind those of another at an instant. */
export const minutesApart = (zone: string, other: string, at: Date): number =>
  offsetMinutes(other, at) - offsetMinutes(zone, at);

/** Whether a zone's clocks are put forward or back on a day. */
export const clocksChangeOn = (isoDate: string, zone: string): boolean => {
  const noon = Date.parse(`${isoDate}T12:00:00Z`);
  return offsetMinutes(zone, new Date(noon - dayMs)) !== offsetMinutes(zone, new Date(noon));
};

/** Minutes that a zone's clocks are ahead of UTC at an instant. */
function offsetMinutes(timeZone: string, at: Date): number {
  let format = formats.get(timeZone);
  if (format === undefined) {
    format = new Intl.DateTimeFormat('en-GB', {
      timeZone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
    });
    formats.set(timeZone, format);
  }
  const parts = format.formatToParts(at);
  const part = (type: Intl.DateTimeFormatPartTypes): number => Number(parts.find((each) => each.type === type)!.value);
  const local = Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'));
  return Math.round((local - at.getTime()) / 60_000);
}
