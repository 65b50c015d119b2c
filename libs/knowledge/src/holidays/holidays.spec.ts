import { isKnownCalendar, knownCalendars, publicHolidays } from './index.js';

const catalonia = { countryCode: 'ES', regionCode: 'CT' };

describe('the public holidays', () => {
  it('are those of the country, with what a region adds and leaves out', () => {
    const spain = publicHolidays({ countryCode: 'ES', regionCode: null });
    const there = publicHolidays(catalonia);
    expect([spain.has('2026-10-12'), there.has('2026-10-12')]).toEqual([true, true]);
    expect([spain.has('2026-09-11'), there.has('2026-09-11')]).toEqual([false, true]);
    // Easter Monday is none in Madrid.
    expect([
      there.has('2026-04-06'),
      publicHolidays({ countryCode: 'ES', regionCode: 'MD' }).has('2026-04-06'),
    ]).toEqual([true, false]);
  });

  it('are known of the countries of the Union, its neighbours and the United States, for ten years back and ten ahead', () => {
    for (const { countryCode } of knownCalendars()) {
      const dates = [...publicHolidays({ countryCode, regionCode: null })];
      for (const year of ['2016', '2026', '2036']) {
        expect([countryCode, dates.filter((date) => date.startsWith(year)).length >= 5]).toEqual([countryCode, true]);
      }
    }
    expect(knownCalendars().length).toBeGreaterThanOrEqual(30);
  });

  it('are not known of places that there are not', () => {
    expect(isKnownCalendar(catalonia)).toBe(true);
    expect(isKnownCalendar({ countryCode: 'ES', regionCode: 'XX' })).toBe(false);
    expect(isKnownCalendar({ countryCode: 'XX', regionCode: null })).toBe(false);
    expect(publicHolidays({ countryCode: 'XX', regionCode: null }).size).toBe(0);
  });
});
