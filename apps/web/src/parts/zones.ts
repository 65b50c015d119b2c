import { clockOf, dayMinutes } from './weekly-hours';

/** `Europe/Madrid` as people say it: Madrid. */
export const zoneName = (zone: string): string => zone.split('/').at(-1)!.replaceAll('_', ' ');

/** What the clocks of one place show, as they stand now, when those of another show so many minutes of the day. */
export function clockBeside(minutes: number, zone: string, other: string, now = new Date()): string {
  const apart = offsetMinutes(other, now) - offsetMinutes(zone, now);
  return clockOf((((minutes + apart) % dayMinutes) + dayMinutes) % dayMinutes);
}

/** Minutes that a zone's clocks are ahead of UTC at an instant. */
function offsetMinutes(timeZone: string, at: Date): number {
  const parts = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
  }).formatToParts(at);
  const part = (type: Intl.DateTimeFormatPartTypes): number => Number(parts.find((each) => each.type === type)!.value);
  const local = Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'));
  return Math.round((local - at.getTime()) / 60_000);
}
