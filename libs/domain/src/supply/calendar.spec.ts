import * as fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { instantOf, minuteMs } from '../time/instant.js';
import type { Slot } from '../time/slot.js';
import { spanMinutes } from '../time/spans.js';
import { assertCalendarHolds, freeSlots, minutesByWeek, type WorkCalendar, workingSpans } from './calendar.js';

const calendar: WorkCalendar = {
  timeZone: 'Europe/Madrid',
  weeklyHours: [
    { weekday: 1, start: '09:00', end: '13:00' },
    { weekday: 1, start: '22:00', end: '24:00' },
    { weekday: 2, start: '00:00', end: '02:00' },
  ],
  daysOff: [{ from: '2026-05-11', to: '2026-05-11' }],
  weeklyCapacityMinutes: 300,
};
const slot = (startAt: string, endAt: string): Slot => ({ startAt: `${startAt}:00.000Z`, endAt: `${endAt}:00.000Z` });
const checking =
  (slots: Slot[], busy: Slot[] = []) =>
  () =>
    assertCalendarHolds(calendar, slots, busy);

describe('the calendar of an assistant', () => {
  it('takes slots in working hours, across midnight as well, next to others', () => {
    const morning = slot('2026-05-04T07:00', '2026-05-04T09:00');
    expect(checking([morning, slot('2026-05-04T21:00', '2026-05-04T23:00')])).not.toThrow();
    expect(checking([morning], [slot('2026-05-04T09:00', '2026-05-04T10:00')])).not.toThrow();
  });

  it.each<[string, Slot[], Slot[]]>([
    ['booking.outside-working-hours', [slot('2026-05-04T10:30', '2026-05-04T11:30')], []],
    ['booking.outside-working-hours', [slot('2026-05-05T07:00', '2026-05-05T08:00')], []],
    ['booking.on-day-off', [slot('2026-05-11T08:00', '2026-05-11T09:00')], []],
    [
      'booking.slot-taken',
      [slot('2026-05-04T08:00', '2026-05-04T09:00')],
      [slot('2026-05-04T08:59', '2026-05-04T10:00')],
    ],
    [
      'booking.over-capacity',
      [slot('2026-05-04T07:00', '2026-05-04T10:00')],
      [slot('2026-05-04T20:00', '2026-05-04T22:01')],
    ],
  ])('refuses with %s: %j beside %j', (code, slots, busy) => {
    expect(checking(slots, busy)).toThrow(code);
  });

  it('counts capacity in the weeks of its own zone', () => {
    const sundayNight = {
      ...calendar,
      daysOff: [],
      timeZone: 'Asia/Tokyo',
      weeklyHours: [
        { weekday: 7, start: '20:00', end: '24:00' },
        { weekday: 1, start: '00:00', end: '06:00' },
      ],
    };
    const across = slot('2026-05-10T11:00', '2026-05-10T20:00');
    expect(() => assertCalendarHolds(sundayNight, [across], [])).not.toThrow();
    expect([...minutesByWeek([0, 120], 'UTC').values()]).toEqual([120]);
  });

  it('shows the time that is free', () => {
    const busy = [slot('2026-05-04T08:00', '2026-05-04T09:00')];
    expect(freeSlots(calendar, busy, '2026-05-04T00:00:00Z', '2026-05-05T00:00:00Z')).toEqual([
      slot('2026-05-04T07:00', '2026-05-04T08:00'),
      slot('2026-05-04T09:00', '2026-05-04T11:00'),
      slot('2026-05-04T20:00', '2026-05-05T00:00'),
    ]);
  });

  it('is the same whether it is looked at in one piece or in two', () => {
    const zones = fc.constantFrom(
      'Europe/Madrid',
      'America/Havana',
      'Asia/Beirut',
      'Australia/Lord_Howe',
      'Pacific/Chatham',
    );
    const start = fc.integer({ min: Date.UTC(2026, 0, 1) / minuteMs, max: Date.UTC(2027, 0, 1) / minuteMs });
    const length = fc.integer({ min: 1, max: 20_000 });
    fc.assert(
      fc.property(zones, start, length, length, (timeZone, from, first, second) => {
        const pieces = (a: number, b: number) => spanMinutes(workingSpans({ ...calendar, timeZone }, a, b));
        const [middle, end] = [from + first, from + first + second];
        expect(pieces(from, middle) + pieces(middle, end)).toBe(pieces(from, end));
      }),
    );
  });

  it('gives every minute to the ISO week that its zone shows', () => {
    const zones = fc.constantFrom('Europe/Madrid', 'America/Havana', 'Asia/Beirut', 'America/Santiago', 'UTC');
    const hours = fc.integer({ min: Date.UTC(2026, 0, 1) / 3_600_000, max: Date.UTC(2027, 0, 1) / 3_600_000 });
    fc.assert(
      fc.property(zones, hours, fc.integer({ min: 1, max: 72 }), (zone, hour, long) => {
        const byMonday = new Map<string, number>();
        for (let minute = hour * 60; minute < (hour + long) * 60; minute += 15) {
          const date = Temporal.Instant.from(instantOf(minute * minuteMs))
            .toZonedDateTimeISO(zone)
            .toPlainDate();
          const monday = date.subtract({ days: date.dayOfWeek - 1 }).toString();
          byMonday.set(monday, (byMonday.get(monday) ?? 0) + 15);
        }
        const found = minutesByWeek([hour * 60, (hour + long) * 60], zone);
        expect([...found.values()].sort()).toEqual([...byMonday.values()].sort());
      }),
    );
  });
});
