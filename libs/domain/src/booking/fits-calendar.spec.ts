import { refusalOf } from '../refusals.examples.js';
import { calendar } from '../supply/work-calendar.examples.js';
import type { Slot } from '../time/slot.js';
import { assertCalendarHolds } from './fits-calendar.js';

const slot = (startAt: string, endAt: string): Slot => ({ startAt: `${startAt}:00.000Z`, endAt: `${endAt}:00.000Z` });
const checking =
  (slots: Slot[], busy: Slot[] = []) =>
  () =>
    assertCalendarHolds(calendar, slots, busy);

describe("what a booking asks of an assistant's calendar", () => {
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

  it.each<[string, Slot[], Slot[]]>([
    ['booking.outside-working-hours slots.1', [slot('2026-05-19T07:00', '2026-05-19T08:00')], []],
    ['booking.on-day-off slots.1', [slot('2026-05-11T08:00', '2026-05-11T09:00')], []],
    [
      'booking.slot-taken slots.1',
      [slot('2026-05-18T08:00', '2026-05-18T09:00')],
      [slot('2026-05-18T08:30', '2026-05-18T09:30')],
    ],
    [
      'booking.over-capacity slots.2',
      [slot('2026-05-18T07:00', '2026-05-18T10:00'), slot('2026-05-18T20:00', '2026-05-18T22:30')],
      [],
    ],
  ])('names the slot that it refuses: %s', (refused, others, busy) => {
    const slots = [slot('2026-05-04T07:00', '2026-05-04T08:00'), ...others];
    const asked = slots.map((one, index) => ({ ...one, at: ['slots', index] }));
    expect(refusalOf(() => assertCalendarHolds(calendar, asked, busy))).toBe(refused);
  });

  it('lets nights be booked whose hours begin when the clocks skip them', () => {
    const nights = { ...calendar, daysOff: [], weeklyHours: [{ weekday: 7, start: '02:30', end: '06:00' }] };
    const night = (startAt: string, endAt: string) => () =>
      assertCalendarHolds(nights, [slot(`2027-03-28T${startAt}`, `2027-03-28T${endAt}`)], []);
    expect(night('01:00', '01:30')).not.toThrow();
    expect(night('00:59', '01:30')).toThrow('booking.outside-working-hours');
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
  });
});
