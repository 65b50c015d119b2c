import { dayOf, daysLater, isDay, mondayOf, weekdayOf } from './days';
import { zoned } from './zoned';

describe('days', () => {
  it('are those of the clocks of a place', () => {
    expect(dayOf('2026-03-01T23:30:00Z', 'Europe/Madrid')).toBe('2026-03-02');
    expect(dayOf('2026-03-01T23:30:00Z', 'America/Bogota')).toBe('2026-03-01');
    expect(zoned('2026-03-01T23:30:00Z', 'Europe/Madrid')).toEqual({ day: '2026-03-02', time: '00:30', weekday: 1 });
  });

  it('are counted over the ends of months and years, and over a change of the clocks', () => {
    expect(daysLater('2026-12-31', 1)).toBe('2027-01-01');
    expect(daysLater('2028-03-01', -1)).toBe('2028-02-29');
    expect(daysLater('2026-03-28', 2)).toBe('2026-03-30');
  });

  it('belong to a week that begins on a Monday', () => {
    expect([weekdayOf('2026-11-30'), weekdayOf('2026-12-06')]).toEqual([1, 7]);
    expect([mondayOf('2026-11-30'), mondayOf('2026-12-06')]).toEqual(['2026-11-30', '2026-11-30']);
  });

  it.each(['2026-02-30x', '2026-13-01', '26-01-01', '', 20260101, undefined])(
    'are not %p, as an address may say',
    (said) => {
      expect(isDay(said)).toBe(false);
    },
  );

  it('are what an address says otherwise', () => {
    expect(isDay('2026-02-28')).toBe(true);
  });
});
