import { clockOf, minuteMs } from '#domain';
import ICAL from 'ical.js';
import { timeZoneComponent } from './time-zone-component.js';

const [from, to] = [Date.UTC(2026, 0, 1), Date.UTC(2028, 0, 1)];

describe('the rules of a time zone in a calendar', () => {
  it.each(['Europe/Madrid', 'America/New_York', 'Australia/Lord_Howe', 'Asia/Kolkata', 'Africa/Casablanca', 'UTC'])(
    'say of each hour of two years what our own clock says: %s',
    (timeZone) => {
      const zone = new ICAL.Timezone(
        new ICAL.Component(ICAL.parse(timeZoneComponent(timeZone, { from, to })) as never),
      );
      const clock = clockOf(timeZone);
      const wrong: string[] = [];
      for (let local = from / minuteMs; local < to / minuteMs; local += 60) {
        const at = new Date(local * minuteMs);
        const time = new ICAL.Time(
          { year: at.getUTCFullYear(), month: at.getUTCMonth() + 1, day: at.getUTCDate(), hour: at.getUTCHours() },
          zone,
        );
        const periods = clock.offsetPeriodsBetween(local - 1_440, local + 1_440);
        // Within a day of a change, hours are told twice or not at all, and libraries differ.
        if (periods.length === 1 && time.toUnixTime() / 60 !== clock.toUtc(local)) wrong.push(at.toISOString());
      }
      expect(wrong).toEqual([]);
    },
  );
});
