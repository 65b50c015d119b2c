import * as fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { addDays } from './local-date.js';
import { daysIncluded, endOfDay, localDate, plusMonths, startOfDay } from './calendar.js';
import { periodCount, periodsOf } from './periods.js';

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

  it('are none in a term that is over before it begins, but for the one of something that happens once', () => {
    for (const cadence of ['once', 'weekly', 'monthly'] as const) {
      expect(periodCount(cadence, '2026-03-31', '2026-02-28')).toBe(cadence === 'once' ? 1 : 0);
      expect(periodsOf(cadence, '2026-03-31', '2026-02-28')).toHaveLength(cadence === 'once' ? 1 : 0);
    }
  });

  it('cover the term without gap or overlap', () => {
    const start = fc.integer({ min: 0, max: 3000 });
    const length = fc.integer({ min: 0, max: 730 });
    fc.assert(
      fc.property(start, length, fc.constantFrom('once', 'weekly', 'monthly'), (offset, days, cadence) => {
        const startsOn = addDays('2024-01-01', offset);
        const endsOn = addDays(startsOn, days);
        const periods = periodsOf(cadence as 'once' | 'weekly' | 'monthly', startsOn, endsOn);
        expect(periodCount(cadence as 'once' | 'weekly' | 'monthly', startsOn, endsOn)).toBe(periods.length);
        expect(periods[0]?.startsOn).toBe(startsOn);
        expect(periods.at(-1)?.endsOn).toBe(endsOn);
        for (const [index, period] of periods.entries()) {
          expect(period.number).toBe(index + 1);
          expect(period.startsOn <= period.endsOn).toBe(true);
          const next = periods[index + 1];
          if (next) expect(next.startsOn).toBe(addDays(period.endsOn, 1));
        }
        if (cadence === 'weekly') expect(periods).toHaveLength(Math.floor(days / 7) + 1);
      }),
    );
  });
});

describe('the calendar', () => {
  it('begins a day where its zone does, also on days with a changed clock', () => {
    expect(startOfDay('2026-03-29', 'Europe/Madrid')).toBe('2026-03-28T23:00:00.000Z');
    expect(endOfDay('2026-03-29', 'Europe/Madrid')).toBe('2026-03-29T22:00:00.000Z');
    expect(startOfDay('2026-03-29', 'Asia/Kathmandu')).toBe('2026-03-28T18:15:00.000Z');
    // Cairo's clock skips from midnight to one o'clock.
    expect(startOfDay('2026-04-24', 'Africa/Cairo')).toBe('2026-04-23T22:00:00.000Z');
  });

  it('knows which date a zone shows', () => {
    expect(localDate('2026-03-28T22:59:59.999Z', 'Europe/Madrid')).toBe('2026-03-28');
    expect(localDate('2026-03-28T23:00:00Z', 'Europe/Madrid')).toBe('2026-03-29');
  });

  it('adds months as a calendar does', () => {
    const dates = fc.integer({ min: 0, max: 20_000 }).map((day) => addDays('2000-01-01', day));
    fc.assert(
      fc.property(dates, fc.integer({ min: 0, max: 240 }), (on, months) => {
        expect(plusMonths(on, months)).toBe(Temporal.PlainDate.from(on).add({ months }).toString());
      }),
    );
  });

  it('counts days on the calendar, not in hours', () => {
    expect(daysIncluded('2026-03-29', '2026-03-29')).toBe(1);
    expect(daysIncluded('2026-03-28', '2026-03-30')).toBe(3);
  });
});
