import * as fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { instantOf, minuteMs } from './instant.js';
import { minutesByWeek } from './weeks.js';

describe('the weeks of a zone', () => {
  it('count the minutes of a span', () => {
    expect([...minutesByWeek([0, 120], 'UTC').values()]).toEqual([120]);
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
