import * as fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { expandSpans, expandWeekly } from './expand-weekly.js';
import { firstMinuteReading } from './first-instant.examples.js';
import { instantOf, minuteMs } from './instant.js';
import { epochDay, weekdayOfEpochDay } from './local-date.js';
import { spanMinutes } from './spans.js';
import { localMinutes, type WeeklyHours } from './weekly-hours.js';
import { clockOf } from './zone.js';
import { thirtyZones } from './zones.examples.js';

/** Dates on which clocks change in the first hours: forwards, backwards, by half an hour, over midnight. */
const changes: readonly (readonly [timeZone: string, on: string])[] = [
  ['Europe/Madrid', '2027-03-28'], ['Europe/Madrid', '2026-10-25'], ['America/New_York', '2027-03-14'],
  ['America/New_York', '2026-11-01'], ['Australia/Lord_Howe', '2026-10-04'], ['Australia/Lord_Howe', '2027-04-04'],
  ['America/Havana', '2027-03-14'], ['America/Havana', '2026-11-01'], ['Asia/Beirut', '2027-03-28'],
  ['Africa/Cairo', '2027-04-30'], ['Pacific/Chatham', '2026-09-27'], ['Atlantic/Azores', '2026-10-25'],
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

const firstInstant = (date: Temporal.PlainDate, time: string, zone: string): string =>
  instantOf(firstMinuteReading(date.toPlainDateTime().add({ minutes: localMinutes(time) }), zone) * minuteMs);

describe('expanding a weekly pattern', () => {
  it('bounds each date by the first instants at which the clocks of its zone read the hours or later, in thirty zones', () => {
    const years = fc.integer({ min: epochDay('2025-01-01'), max: epochDay('2028-12-01') });
    fc.assert(
      fc.property(fc.constantFrom(...thirtyZones), oneEntryPerDay, years, (zone, weekly, firstDay) => {
        const from = Temporal.PlainDate.from('1970-01-01').add({ days: firstDay });
        const to = from.add({ days: 27 });
        const expected: string[] = [];
        for (let date = from; Temporal.PlainDate.compare(date, to) <= 0; date = date.add({ days: 1 })) {
          const hours = weekly.find(({ weekday }) => weekday === date.dayOfWeek);
          if (!hours) continue;
          expected.push(
            `${date.toString()} ${firstInstant(date, hours.start, zone)} ${firstInstant(date, hours.end, zone)}`,
          );
        }
        const slots = expandWeekly(weekly, zone, { from: from.toString(), to: to.toString() });
        expect(slots.map(({ on, startAt, endAt }) => `${on} ${startAt} ${endAt}`)).toEqual(expected);
      }),
      { numRuns: 300 },
    );
  });

  const nights = fc.constantFrom(...changes);
  const within = fc.integer({ min: 0, max: 6 * 60 });

  it('holds a minute around a change of the clocks exactly when they read it between the two ends', () => {
    fc.assert(
      fc.property(nights, within, within, ([timeZone, on], one, other) => {
        const [start, end] = [Math.min(one, other), Math.max(one, other) + 1];
        const weekday = weekdayOfEpochDay(epochDay(on));
        const hours = [{ weekday, start: clockTime(start), end: clockTime(end) }];
        const spans = expandSpans(hours, timeZone, epochDay(on), epochDay(on), () => true);
        const clock = clockOf(timeZone);
        const midnight = clock.toUtc(epochDay(on) * 1440);
        const today = epochDay(on) * 1440;
        let latest = -Infinity;
        for (let minute = midnight; minute < midnight + 9 * 60; minute += 1) {
          latest = Math.max(latest, clock.toLocal(minute) - today);
          const held = spans.length > 0 && minute >= spans[0]! && minute < spans[1]!;
          if (held !== (latest >= start && latest < end)) throw new Error(`${timeZone} ${on} at ${minute - midnight}`);
        }
      }),
      { numRuns: 150 },
    );
  });

  it('gives hours that follow one another as much time as the whole of them', () => {
    fc.assert(
      fc.property(nights, within, within, within, ([timeZone, on], ...times) => {
        const [a, b, c] = times.sort((x, y) => x - y).map((minutes, index) => clockTime(minutes + index)) as [
          string,
          string,
          string,
        ];
        const weekday = weekdayOfEpochDay(epochDay(on));
        const minutesOf = (...hours: [string, string][]): number =>
          spanMinutes(
            expandSpans(
              hours.map(([start, end]) => ({ weekday, start, end })),
              timeZone,
              epochDay(on),
              epochDay(on),
              () => true,
            ),
          );
        expect(minutesOf([a, b], [b, c])).toBe(minutesOf([a, c]));
      }),
    );
  });

  const nineToTen: WeeklyHours[] = [{ weekday: 1, start: '09:00', end: '10:00' }];

  it('keeps Monday at nine when the clocks of Madrid change', () => {
    const [hours] = nineToTen;
    expect(expandWeekly(nineToTen, 'Europe/Madrid', { from: '2026-03-23', to: '2026-03-30' })).toEqual([
      { on: '2026-03-23', hours, startAt: '2026-03-23T08:00:00.000Z', endAt: '2026-03-23T09:00:00.000Z' },
      { on: '2026-03-30', hours, startAt: '2026-03-30T07:00:00.000Z', endAt: '2026-03-30T08:00:00.000Z' },
    ]);
  });

  const sunday = (...hours: (readonly [start: string, end: string])[]): WeeklyHours[] =>
    hours.map(([start, end]) => ({ weekday: 7, start, end }));
  const spring = { from: '2027-03-28', to: '2027-03-28' };

  it.each([
    ['Europe/Madrid', '2027-03-28', '02:30', '04:00', '2027-03-28T01:00', '2027-03-28T02:00'],
    ['Europe/Madrid', '2027-03-28', '02:30', '03:30', '2027-03-28T01:00', '2027-03-28T01:30'],
    ['Europe/Madrid', '2027-03-28', '01:30', '02:30', '2027-03-28T00:30', '2027-03-28T01:00'],
    ['Europe/Madrid', '2026-10-25', '02:30', '04:00', '2026-10-25T00:30', '2026-10-25T03:00'],
    ['America/New_York', '2027-03-14', '02:15', '03:30', '2027-03-14T07:00', '2027-03-14T07:30'],
    ['America/New_York', '2026-11-01', '01:30', '02:00', '2026-11-01T05:30', '2026-11-01T07:00'],
    ['Australia/Lord_Howe', '2026-10-04', '02:10', '02:45', '2026-10-03T15:30', '2026-10-03T15:45'],
    ['Australia/Lord_Howe', '2027-04-04', '01:30', '02:00', '2027-04-03T14:30', '2027-04-03T15:30'],
  ])('has in %s on %s from %s to %s what the clocks leave of it', (timeZone, on, start, end, startAt, endAt) => {
    expect(expandWeekly(sunday([start, end]), timeZone, { from: on, to: on })).toMatchObject([
      { on, startAt: `${startAt}:00.000Z`, endAt: `${endAt}:00.000Z` },
    ]);
  });

  it('shows hours that a change skips altogether as a slot without time', () => {
    const [skipped, left] = expandWeekly(sunday(['02:00', '02:45'], ['03:00', '04:00']), 'Europe/Madrid', spring);
    expect(skipped).toMatchObject({ startAt: '2027-03-28T01:00:00.000Z', endAt: '2027-03-28T01:00:00.000Z' });
    expect(left).toMatchObject({ startAt: '2027-03-28T01:00:00.000Z', endAt: '2027-03-28T02:00:00.000Z' });
  });

  it('is refused for a range that ends before it begins or goes on for years', () => {
    const expand = (from: string, to: string) => () => expandWeekly(nineToTen, 'UTC', { from, to });
    expect(expand('2026-02-01', '2026-01-31')).toThrow('time.bad-range');
    expect(expand('2026-02-30', '2026-03-31')).toThrow('time.bad-date');
    expect(expand('2026-01-01', '2029-01-01')).toThrow('time.range-too-long');
  });
});
