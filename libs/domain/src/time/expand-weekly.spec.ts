import * as fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { expandWeekly } from './expand-weekly.js';
import { epochDay } from './local-date.js';
import type { WeeklyHours } from './weekly-hours.js';

const zones = [
  'Europe/Madrid', 'Europe/London', 'Europe/Dublin', 'Atlantic/Azores', 'America/New_York', 'America/Chicago',
  'America/Denver', 'America/Los_Angeles', 'America/Anchorage', 'America/St_Johns', 'America/Havana', 'America/Santiago',
  'America/Mexico_City', 'America/Bogota', 'America/Nuuk', 'Africa/Casablanca', 'Africa/Cairo', 'Africa/Lagos',
  'Asia/Beirut', 'Asia/Jerusalem', 'Asia/Kathmandu', 'Asia/Kolkata', 'Asia/Manila', 'Asia/Tokyo',
  'Australia/Lord_Howe', 'Australia/Sydney', 'Pacific/Auckland', 'Pacific/Chatham', 'Pacific/Honolulu', 'UTC',
]; // prettier-ignore

const clockTime = (minutes: number) =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
const entry = fc
  .record({
    weekday: fc.integer({ min: 1, max: 7 }),
    from: fc.integer({ min: 0, max: 1435 }),
    long: fc.integer({ min: 5, max: 900 }),
  })
  .map(({ weekday, from, long }) => ({
    weekday,
    start: clockTime(from),
    end: clockTime(Math.min(1440, from + long)),
  }));
const oneEntryPerDay = fc.uniqueArray(entry, { selector: ({ weekday }) => weekday, minLength: 1, maxLength: 7 });

const instantOnDate = (date: Temporal.PlainDate, time: string, zone: string) => {
  const midnight = date.toPlainDateTime();
  const [hours, minutes] = time.split(':').map(Number);
  return midnight.add({ hours: hours!, minutes: minutes! }).toZonedDateTime(zone, { disambiguation: 'compatible' });
};

describe('expanding a weekly pattern', () => {
  it('round-trips in thirty zones: every slot shows the hours of its weekday on the clock of its zone', () => {
    const years = fc.integer({ min: epochDay('2025-01-01'), max: epochDay('2028-12-01') });
    fc.assert(
      fc.property(fc.constantFrom(...zones), oneEntryPerDay, years, (zone, weekly, firstDay) => {
        const from = Temporal.PlainDate.from('1970-01-01').add({ days: firstDay });
        const to = from.add({ days: 27 });
        const expected: string[] = [];
        for (let date = from; Temporal.PlainDate.compare(date, to) <= 0; date = date.add({ days: 1 })) {
          const hours = weekly.find(({ weekday }) => weekday === date.dayOfWeek);
          if (!hours) continue;
          const start = instantOnDate(date, hours.start, zone);
          const end = instantOnDate(date, hours.end, zone);
          if (Temporal.ZonedDateTime.compare(start, end) < 0) {
            expected.push(`${start.toInstant().toString()} ${end.toInstant().toString()}`);
          }
        }
        const slots = expandWeekly(weekly, zone, { from: from.toString(), to: to.toString() });
        expect(slots.map(({ startAt, endAt }) => `${startAt} ${endAt}`.replaceAll('.000Z', 'Z'))).toEqual(expected);
      }),
      { numRuns: 300 },
    );
  });

  const nineToTen: WeeklyHours[] = [{ weekday: 1, start: '09:00', end: '10:00' }];

  it('keeps Monday at nine when the clocks of Madrid change', () => {
    expect(expandWeekly(nineToTen, 'Europe/Madrid', { from: '2026-03-23', to: '2026-03-30' })).toEqual([
      { startAt: '2026-03-23T08:00:00.000Z', endAt: '2026-03-23T09:00:00.000Z' },
      { startAt: '2026-03-30T07:00:00.000Z', endAt: '2026-03-30T08:00:00.000Z' },
    ]);
  });

  it('moves a skipped time forward by the gap and takes the earlier of a time that happens twice', () => {
    const night: WeeklyHours[] = [{ weekday: 7, start: '02:30', end: '04:00' }];
    expect(expandWeekly(night, 'Europe/Madrid', { from: '2026-03-29', to: '2026-03-29' })).toEqual([
      { startAt: '2026-03-29T01:30:00.000Z', endAt: '2026-03-29T02:00:00.000Z' },
    ]);
    expect(expandWeekly(night, 'Europe/Madrid', { from: '2026-10-25', to: '2026-10-25' })).toEqual([
      { startAt: '2026-10-25T00:30:00.000Z', endAt: '2026-10-25T03:00:00.000Z' },
    ]);
  });

  it('counts once what a gap pushes onto the next slot', () => {
    const night: WeeklyHours[] = [
      { weekday: 7, start: '02:00', end: '02:45' },
      { weekday: 7, start: '03:00', end: '04:00' },
    ];
    expect(expandWeekly(night, 'Europe/Madrid', { from: '2026-03-29', to: '2026-03-29' })).toEqual([
      { startAt: '2026-03-29T01:00:00.000Z', endAt: '2026-03-29T01:45:00.000Z' },
      { startAt: '2026-03-29T01:45:00.000Z', endAt: '2026-03-29T02:00:00.000Z' },
    ]);
  });

  it('is refused for a range that ends before it begins or goes on for years', () => {
    const expand = (from: string, to: string) => () => expandWeekly(nineToTen, 'UTC', { from, to });
    expect(expand('2026-02-01', '2026-01-31')).toThrow('time.bad-range');
    expect(expand('2026-02-30', '2026-03-31')).toThrow('time.bad-date');
    expect(expand('2026-01-01', '2029-01-01')).toThrow('time.range-too-long');
  });
});
