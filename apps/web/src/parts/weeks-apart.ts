import { readersZone } from '../format/readers-zone';
import { clockOf, dayMinutes, type Hours, minutesOf } from './weekly-hours';
import { minutesApart } from './zones';

const weekMinutes = 7 * dayMinutes;

/** Hours of each week in one zone as the clocks of the reader have them, as both stand now; a span over midnight is two. */
export function inReadersZone(
  hours: readonly Hours[],
  zone: string,
  now = new Date(),
  reader = readersZone,
): readonly Hours[] {
  const apart = minutesApart(zone, reader, now);
  return hours.flatMap(({ weekday, start, end }) => {
    const begins = (weekday - 1) * dayMinutes + minutesOf(start) + apart;
    const from = ((begins % weekMinutes) + weekMinutes) % weekMinutes;
    const lasts = minutesOf(end) - minutesOf(start);
    const day = Math.floor(from / dayMinutes);
    const minute = from % dayMinutes;
    const first = { weekday: day + 1, start: clockOf(minute), end: clockOf(Math.min(minute + lasts, dayMinutes)) };
    const left = minute + lasts - dayMinutes;
    return left <= 0 ? [first] : [first, { weekday: ((day + 1) % 7) + 1, start: clockOf(0), end: clockOf(left) }];
  });
}
