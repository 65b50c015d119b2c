import { clockOf, minuteMs } from '#domain';

/** What one change of the clocks did, as local time is before it. */
const pad = (number: number, digits: number): string => String(number).padStart(digits, '0');

function offsetText(minutes: number): string {
  const size = Math.abs(minutes);
  return `${minutes < 0 ? '-' : '+'}${pad(Math.floor(size / 60), 2)}${pad(size % 60, 2)}`;
}

function localText(minute: number): string {
  const at = new Date(minute * minuteMs);
  const date = `${pad(at.getUTCFullYear(), 4)}${pad(at.getUTCMonth() + 1, 2)}${pad(at.getUTCDate(), 2)}`;
  return `${date}T${pad(at.getUTCHours(), 2)}${pad(at.getUTCMinutes(), 2)}00`;
}

/**
 * A VTIMEZONE (RFC 5545, 3.6.5) with each change of the clocks between two instants, in milliseconds since 1970: no rule to guess, and the
 * same rules by which bookings are dated.
 */
export function timeZoneComponent(
  timeZone: string,
  { from, to }: { readonly from: number; readonly to: number },
): string {
  const margin = 2 * 1_440;
  const periods = clockOf(timeZone).offsetPeriodsBetween(from / minuteMs - margin, to / minuteMs + margin);
  const usual = Math.min(...periods.map(({ offset }) => offset));
  const observances = periods.map(({ fromMinute, offset }, index) => {
    const before = periods[index - 1]?.offset ?? offset;
    const name = offset > usual ? 'DAYLIGHT' : 'STANDARD';
    return [
      `BEGIN:${name}`,
      // Local time of the onset is told by the offset before it.
      `DTSTART:${localText(fromMinute + before)}`,
      `TZOFFSETFROM:${offsetText(before)}`,
      `TZOFFSETTO:${offsetText(offset)}`,
      `END:${name}`,
    ].join('\r\n');
  });
  return ['BEGIN:VTIMEZONE', `TZID:${timeZone}`, ...observances, 'END:VTIMEZONE'].join('\r\n');
}
