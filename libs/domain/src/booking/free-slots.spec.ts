import * as fc from 'fast-check';
import { refusalOf } from '../refusals.examples.js';
import { calendar } from '../supply/work-calendar.examples.js';
import type { WorkCalendar } from '../supply/work-calendar.js';
import { instantMs, instantOf, minuteMs } from '../time/instant.js';
import type { Slot } from '../time/slot.js';
import { slotsOfSpans, spansOf } from '../time/spans.js';
import { assertCalendarHolds } from './fits-calendar.js';
import { type BookingLimits, freeSlots, noBookingLimits } from './free-slots.js';

const now = '2026-05-01T08:00:00.000Z';
const slot = (startAt: string, endAt: string): Slot => ({ startAt: `${startAt}:00.000Z`, endAt: `${endAt}:00.000Z` });
const week = { fromAt: '2026-05-04T00:00:00Z', toAt: '2026-05-06T00:00:00Z', minutes: 60 };
const busy = [slot('2026-05-04T08:00', '2026-05-04T09:00')];

describe('the free time of an assistant', () => {
  it('is what a booking of the asked length fits in, across midnight as well', () => {
    expect(freeSlots(calendar, { taken: busy, elsewhere: [] }, week, now)).toEqual([
      slot('2026-05-04T07:00', '2026-05-04T08:00'),
      slot('2026-05-04T09:00', '2026-05-04T11:00'),
      slot('2026-05-04T20:00', '2026-05-05T00:00'),
    ]);
    expect(freeSlots(calendar, { taken: busy, elsewhere: [] }, { ...week, minutes: 180 }, now)).toEqual([
      slot('2026-05-04T20:00', '2026-05-05T00:00'),
    ]);
  });

  it('leaves out days off, what is over, and weeks whose capacity is used up', () => {
    const dayOff = { ...week, fromAt: '2026-05-11T00:00:00Z', toAt: '2026-05-11T22:00:00Z' };
    expect(freeSlots(calendar, { taken: [], elsewhere: [] }, dayOff, now)).toEqual([]);
    expect(freeSlots(calendar, { taken: busy, elsewhere: [] }, week, '2026-05-04T09:29:30.000Z')[0]).toEqual(
      slot('2026-05-04T09:30', '2026-05-04T11:00'),
    );
    expect(
      freeSlots(calendar, { taken: [slot('2026-05-07T08:00', '2026-05-07T12:01')], elsewhere: [] }, week, now),
    ).toEqual([]);
    expect(
      freeSlots(calendar, { taken: [slot('2026-05-07T08:00', '2026-05-07T12:00')], elsewhere: [] }, week, now),
    ).toHaveLength(2);
  });

  it('leaves out what is taken elsewhere, which uses up none of the capacity', () => {
    const elsewhere = [slot('2026-05-04T06:00', '2026-05-04T09:30'), slot('2026-05-04T21:00', '2026-05-04T22:00')];
    const allDay = slot('2026-05-07T00:00', '2026-05-08T00:00');
    expect(freeSlots(calendar, { taken: busy, elsewhere: [...elsewhere, allDay] }, week, now)).toEqual([
      slot('2026-05-04T09:30', '2026-05-04T11:00'),
      slot('2026-05-04T20:00', '2026-05-04T21:00'),
      slot('2026-05-04T22:00', '2026-05-05T00:00'),
    ]);
  });

  it('begins when the notice that is asked for is over, and ends with the term or the last day of a notice', () => {
    const monday = { ...week, fromAt: '2026-05-04T00:00:00Z', toAt: '2026-05-05T22:00:00Z' };
    const free = (limits: BookingLimits) => freeSlots(calendar, { taken: [], elsewhere: [] }, monday, now, limits);
    const all = [slot('2026-05-04T07:00', '2026-05-04T11:00'), slot('2026-05-04T20:00', '2026-05-05T00:00')];
    expect(free(noBookingLimits)).toEqual(all);
    expect(free({ leastNoticeHours: 73, term: null })).toEqual([slot('2026-05-04T09:00', '2026-05-04T11:00'), all[1]]);
    const of = (startsOn: string, lastDayOn: string) => ({
      leastNoticeHours: 0,
      term: { startsOn, lastDayOn, timeZone: 'Europe/Madrid' },
    });
    expect(free(of('2026-05-05', '2026-05-31'))).toEqual([slot('2026-05-04T22:00', '2026-05-05T00:00')]);
    expect(free(of('2026-01-01', '2026-05-04'))).toEqual([all[0], slot('2026-05-04T20:00', '2026-05-04T22:00')]);
    expect(free(of('2026-01-01', '2026-05-03'))).toEqual([]);
  });

  it('is asked for over a time that lies in order and is no longer than 62 days', () => {
    const asking = (toAt: string) =>
      refusalOf(() => freeSlots(calendar, { taken: [], elsewhere: [] }, { ...week, toAt }, now));
    expect(asking('2026-05-04T00:00:00Z')).toBe('time.bad-range to');
    expect(asking('2026-07-05T00:00:00Z')).toBeNull();
    expect(asking('2026-07-05T01:01:00Z')).toBe('time.range-too-long to');
    expect(asking('tomorrow')).toBe('time.bad-instant to');
  });

  it('holds every slot that a booking could have, and none that it could not', () => {
    const start = instantMs('2027-03-13T00:00:00Z') / minuteMs;
    const zones = fc.constantFrom('Europe/Madrid', 'America/New_York', 'Australia/Lord_Howe', 'Asia/Kathmandu');
    const stretch = fc.tuple(fc.nat(20 * 1440), fc.integer({ min: 15, max: 600 }));
    fc.assert(
      fc.property(
        zones,
        fc.array(stretch, { maxLength: 6 }),
        stretch,
        fc.integer({ min: 60, max: 900 }),
        (timeZone, taken, [from, minutes], weeklyCapacityMinutes) => {
          const some: WorkCalendar = {
            timeZone,
            weeklyHours: [1, 2, 4, 7].map((weekday) => ({ weekday, start: '01:15', end: '21:00' })),
            daysOff: [{ from: '2027-03-18', to: '2027-03-18' }],
            weeklyCapacityMinutes,
          };
          const others = slotsOfSpans(spansOf(taken.map(([at, long]) => [start + at, start + at + long])));
          const asked = {
            fromAt: instantOf(start * minuteMs),
            toAt: instantOf((start + 22 * 1440) * minuteMs),
            minutes,
          };
          const free = freeSlots(some, { taken: others, elsewhere: [] }, asked, now);
          const [wanted] = slotsOfSpans([start + from, start + from + minutes]);
          const shown = free.some(({ startAt, endAt }) => startAt <= wanted!.startAt && wanted!.endAt <= endAt);
          const bookable = refusalOf(() => assertCalendarHolds(some, [wanted!], others)) === null;
          expect(shown).toBe(bookable);
        },
      ),
      { numRuns: 400 },
    );
  });
});
