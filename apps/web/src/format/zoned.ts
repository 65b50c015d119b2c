import { weekdayOf } from './days';

/** What a clock of a zone shows at an instant. */
interface ZonedTime {
  /** `YYYY-MM-DD` */
  readonly day: string;
  /** `HH:MM` */
  readonly time: string;
  /** 1 to 7, Monday first. */
  readonly weekday: number;
}

const formats = new Map<string, Intl.DateTimeFormat>();

export function zoned(instant: string, timeZone: string): ZonedTime {
  let format = formats.get(timeZone);
  if (format === undefined) {
    format = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' });
    formats.set(timeZone, format);
  }
  const [day, time] = format.format(new Date(instant)).split(' ') as [string, string];
  return { day, time, weekday: weekdayOf(day) };
}
