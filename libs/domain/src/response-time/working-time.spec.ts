import * as fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { minuteMs } from '../time/instant.js';
import { countedHours, type ResponseHours, usualResponseHours } from './response-hours.js';
import { WorkingTime } from './working-time.js';

const zones = ['Europe/Madrid', 'America/New_York', 'Australia/Lord_Howe'] as const;
const at = (text: string): number => Date.parse(text);
const around: ResponseHours['weeklyHours'] = [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({
  weekday,
  start: '00:00',
  end: '24:00',
}));
const hoursOf = (timeZone: string, changes: Partial<ResponseHours> = {}): ResponseHours => ({
  ...usualResponseHours(timeZone),
  ...changes,
});

/** Every minute asked for itself, by Temporal: whether the clock on the wall stands within the hours. */
function minutesByLooking(hours: ResponseHours, fromMs: number, toMs: number): number {
  let count = 0;
  for (let ms = fromMs; ms < toMs; ms += minuteMs) {
    const local = Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO(hours.timeZone);
    const time = local.toPlainTime().toString().slice(0, 5);
    const isOpen = hours.weeklyHours.some(
      ({ weekday, start, end }) => weekday === local.dayOfWeek && start <= time && time < end,
    );
    if (isOpen && !hours.closedOn.includes(local.toPlainDate().toString())) count += 1;
  }
  return count;
}

describe('working time', () => {
  it('counts nothing of nights, weekends and days on which it is closed', () => {
    const time = new WorkingTime(hoursOf('Europe/Madrid', { closedOn: ['2026-01-06'] }));
    // From Friday at four to Monday at ten.
    expect(time.minutesBetween(at('2026-01-09T16:00:00+01:00'), at('2026-01-12T10:00:00+01:00'))).toBe(120);
    expect(time.minutesBetween(at('2026-01-05T16:30:00+01:00'), at('2026-01-07T09:30:00+01:00'))).toBe(60);
    expect(time.minutesBetween(at('2026-01-10T10:00:00+01:00'), at('2026-01-11T10:00:00+01:00'))).toBe(0);
    expect(time.minutesBetween(at('2026-01-07T10:00:00+01:00'), at('2026-01-07T10:00:59+01:00'))).toBe(0);
  });

  it.each([
    // Hours of the whole week: a day of the change has 23 or 25 hours, and half an hour less or more on Lord Howe.
    ['Europe/Madrid', '2026-03-29', 23 * 60],
    ['Europe/Madrid', '2026-10-25', 25 * 60],
    ['America/New_York', '2026-03-08', 23 * 60],
    ['America/New_York', '2026-11-01', 25 * 60],
    ['Australia/Lord_Howe', '2026-04-05', 24 * 60 + 30],
    ['Australia/Lord_Howe', '2026-10-04', 24 * 60 - 30],
  ])('in %s on %s is %i minutes long around the clock', (timeZone, date, minutes) => {
    const time = new WorkingTime(hoursOf(timeZone, { weeklyHours: around }));
    const day = Temporal.PlainDate.from(date);
    const [from, to] = [day, day.add({ days: 1 })].map((on) => on.toZonedDateTime(timeZone).epochMilliseconds);
    expect(time.minutesBetween(from!, to!)).toBe(minutes);
  });

  it('of the same hours on the wall is the same on both sides of a change of the clocks', () => {
    for (const timeZone of zones) {
      const time = new WorkingTime(
        hoursOf(timeZone, { weeklyHours: around.map((day) => ({ ...day, start: '09:00', end: '17:00' })) }),
      );
      for (const date of ['2026-03-08', '2026-03-29', '2026-04-05', '2026-10-04', '2026-10-25', '2026-11-01']) {
        const on = (hour: number) =>
          Temporal.PlainDate.from(date).toZonedDateTime({ timeZone, plainTime: { hour } }).epochMilliseconds;
        expect([timeZone, date, time.minutesBetween(on(9), on(17))]).toEqual([timeZone, date, 480]);
      }
    }
  });

  const hour = fc.integer({ min: 3, max: 22 });
  const weekly = fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1, maxLength: 7 }).chain((days) =>
    fc.tuple(
      ...days.map((weekday) =>
        fc.tuple(hour, fc.integer({ min: 1, max: 6 })).map(([first, long]) => ({
          weekday,
          start: `${String(first).padStart(2, '0')}:00`,
          end: `${String(Math.min(24, first + long)).padStart(2, '0')}:00`,
        })),
      ),
    ),
  );
  const calendars = fc.record({
    timeZone: fc.constantFrom(...zones),
    weeklyHours: weekly,
    closedOn: fc.subarray(['2026-03-30', '2026-04-06', '2026-10-26', '2026-11-02']),
  });
  /** Around both changes of the clocks in every zone. */
  const minute = fc.oneof(
    fc.integer({ min: at('2026-03-06T00:00:00Z') / minuteMs, max: at('2026-04-10T00:00:00Z') / minuteMs }),
    fc.integer({ min: at('2026-10-01T00:00:00Z') / minuteMs, max: at('2026-11-05T00:00:00Z') / minuteMs }),
  );

  it('is what a look at the clock in every single minute finds', () => {
    fc.assert(
      fc.property(calendars, minute, fc.integer({ min: 0, max: 2 * 1440 }), (hours, from, long) => {
        const [start, end] = [from * minuteMs, (from + long) * minuteMs];
        expect(new WorkingTime(hours).minutesBetween(start, end)).toBe(minutesByLooking(hours, start, end));
      }),
      { numRuns: 15 },
    );
  });

  it('of two stretches is that of the whole, in whichever order they are asked for, and never shrinks', () => {
    fc.assert(
      fc.property(calendars, fc.tuple(minute, minute, minute), (hours, minutes) => {
        const time = new WorkingTime(hours);
        const [a, b, c] = [...minutes].sort((one, other) => one - other).map((one) => one * minuteMs) as [
          number,
          number,
          number,
        ];
        const [last, first, whole] = [time.msBetween(b, c), time.msBetween(a, b), time.msBetween(a, c)];
        expect(first + last).toBe(whole);
        expect(first).toBeGreaterThanOrEqual(0);
        expect(whole).toBeLessThanOrEqual(c - a);
        expect(time.msBetween(c, a)).toBe(0);
      }),
    );
  });

  it('leaves out the public holidays that the business keeps, beside the dates that it says itself', () => {
    const hours = hoursOf('Europe/Madrid', {
      closedOn: ['2026-04-07'],
      holidays: { countryCode: 'ES', regionCode: 'CT' },
    });
    const counted = countedHours(hours, () => new Set(['2026-04-03', '2026-04-06']));
    expect(counted.closedOn).toEqual(['2026-04-03', '2026-04-06', '2026-04-07']);
    // From Thursday at four until Wednesday at ten, on its own clock: an hour on either side.
    const between = (of: ResponseHours) =>
      new WorkingTime(of).minutesBetween(at('2026-04-02T14:00:00Z'), at('2026-04-08T08:00:00Z'));
    expect([between(counted), between(hours)]).toEqual([120, 120 + 2 * 480]);
    expect(countedHours(hoursOf('Europe/Madrid'), () => new Set(['2026-04-03'])).closedOn).toEqual([]);
  });
});
