import type { Booking, BookingId } from '#domain';
import ICAL from 'ical.js';
import { bookingsCalendar } from './bookings-calendar.js';

const now = '2026-12-01T10:00:00.000Z';
const hoursFrom = (hours: number): string => new Date(Date.parse(now) + hours * 3_600_000).toISOString();
const slotAt = (hours: number) => ({ startAt: hoursFrom(hours), endAt: hoursFrom(hours + 1) });
/** As much of a booking as a calendar reads. */
const booked = (id: string, hours: readonly number[], more: Partial<Booking> = {}) => ({
  booking: {
    bookingId: id as BookingId,
    timeZone: 'Europe/Madrid',
    status: 'confirmed',
    slots: hours.map(slotAt),
    cancelledSlots: [],
    movedSlots: [],
    ...more,
  } as unknown as Booking,
  version: 2,
  withWhom: 'Núria',
});
const startsOf = async (shown: Parameters<typeof bookingsCalendar>[0], most?: number): Promise<string[]> => {
  const text = await bookingsCalendar(shown, { language: 'en', ...(most !== undefined && { most }) }, now);
  return new ICAL.Component(ICAL.parse(text) as never)
    .getAllSubcomponents('vevent')
    .map((component) => new ICAL.Event(component).startDate.toJSDate().toISOString())
    .sort();
};

describe('bookings in a calendar', () => {
  it('show of a series that goes on what was within ninety days', async () => {
    const [tooOld, old, ahead] = [-91 * 24, -89 * 24, 24];
    expect(await startsOf([booked('b', [tooOld, old, ahead])])).toEqual([hoursFrom(old), hoursFrom(ahead)]);
  });

  it('say in UTC when they were written, and in which zone they are', async () => {
    const text = await bookingsCalendar([booked('b', [24, 48])], { language: 'en' }, now);
    expect(text.match(/^DTSTAMP:.*$/gm)).toEqual(['DTSTAMP:20261201T100000Z', 'DTSTAMP:20261201T100000Z']);
    expect(text.match(/^DTSTART.*$/gm)).toContain('DTSTART;TZID=Europe/Madrid:20261202T110000');
    expect(text).toContain('BEGIN:VTIMEZONE\r\nTZID:Europe/Madrid');
    expect(text).toContain('X-WR-TIMEZONE:Europe/Madrid');
  });

  it('leave out a hold that has lapsed', async () => {
    const held = { status: 'held', holdExpiresAt: now } as Partial<Booking>;
    expect(await startsOf([booked('b', [24], held)])).toEqual([]);
  });

  it('are those that come next and those that were last, where there are more than a calendar takes', async () => {
    const hours = (from: number, to: number): number[] => Array.from({ length: to - from }, (_, n) => from + n);
    const series = [booked('odd', hours(1, 60)), booked('later', hours(60, 90)), booked('past', hours(-30, -1))];
    expect(await startsOf(series, 50)).toEqual(hours(1, 51).map(hoursFrom));
    expect(await startsOf([booked('past', hours(-60, -1)), booked('ahead', [1, 5])], 22)).toEqual(
      [...hours(-21, -1), 1, 5].map(hoursFrom),
    );
  });
});
