import fc from 'fast-check';
import { daysIncluded, isLocalDate, isTimeZone, plusDays } from './calendar.js';
import { periodsOf } from './periods.js';

describe('the periods of a cadence', () => {
  it('are counted from the first day, and one that has begun is a whole one', () => {
    expect(periodsOf('weekly', '2026-03-04', '2026-03-18')).toEqual([
      { number: 1, startsOn: '2026-03-04', endsOn: '2026-03-10' },
      { number: 2, startsOn: '2026-03-11', endsOn: '2026-03-17' },
      { number: 3, startsOn: '2026-03-18', endsOn: '2026-03-18' },
    ]);
  });

  it('come back to the last of a long month after a short one', () => {
    const begins = periodsOf('monthly', '2027-12-31', '2028-05-01').map((period) => period.startsOn);
    expect(begins).toEqual(['2027-12-31', '2028-01-31', '2028-02-29', '2028-03-31', '2028-04-30']);
  });

  it('are the whole term where something happens once', () => {
    expect(periodsOf('once', '2026-03-04', '2026-06-30')).toEqual([
      { number: 1, startsOn: '2026-03-04', endsOn: '2026-06-30' },
    ]);
  });

  it('cover the term without gap or overlap', () => {
    const start = fc.integer({ min: 0, max: 3000 });
    const length = fc.integer({ min: 0, max: 730 });
    fc.assert(
      fc.property(start, length, fc.constantFrom('once', 'weekly', 'monthly'), (offset, days, cadence) => {
        const startsOn = plusDays('2024-01-01', offset);
        const endsOn = plusDays(startsOn, days);
        const periods = periodsOf(cadence as 'once' | 'weekly' | 'monthly', startsOn, endsOn);
        expect(periods[0]?.startsOn).toBe(startsOn);
        expect(periods.at(-1)?.endsOn).toBe(endsOn);
        for (const [index, period] of periods.entries()) {
          expect(period.number).toBe(index + 1);
          expect(period.startsOn <= period.endsOn).toBe(true);
          const next = periods[index + 1];
          if (next) expect(next.startsOn).toBe(plusDays(period.endsOn, 1));
        }
        if (cadence === 'weekly') expect(periods).toHaveLength(Math.floor(days / 7) + 1);
      }),
    );
  });
});

describe('the calendar', () => {
  it('knows real dates and named zones', () => {
    expect(['2026-02-28', '2028-02-29'].every(isLocalDate)).toBe(true);
    expect(['2026-02-29', '2026-2-1', '2026-13-01', '20260101', '', '2026-01-01T00:00'].some(isLocalDate)).toBe(false);
    expect(['Europe/Madrid', 'UTC', 'Asia/Kathmandu'].every(isTimeZone)).toBe(true);
    expect(['+02:00', 'Mars/Base', '', 'Europe'].some(isTimeZone)).toBe(false);
  });

  it('counts days on the calendar, not in hours', () => {
    expect(daysIncluded('2026-03-29', '2026-03-29')).toBe(1);
    expect(daysIncluded('2026-03-28', '2026-03-30')).toBe(3);
  });
});
