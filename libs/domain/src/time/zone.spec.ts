import * as fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { DomainError } from '../domain-error.js';
import { firstMinuteReading } from './first-instant.examples.js';
import { minuteMs } from './instant.js';
import { assertTimeZone, clockOf, isTimeZone } from './zone.js';
import { thirtyZones } from './zones.examples.js';

const localDateTime = (localMinute: number) => new Temporal.PlainDateTime(1970, 1, 1).add({ minutes: localMinute });
const byTemporal = (zone: string, localMinute: number) => firstMinuteReading(localDateTime(localMinute), zone);
const minutesOf2024To2030 = fc.integer({
  min: Date.UTC(2024, 0, 1) / minuteMs,
  max: Date.UTC(2030, 0, 1) / minuteMs,
});

describe('the clock of a zone', () => {
  it('turns local minutes into the first instants at which Temporal shows them or later ones, on any day', () => {
    fc.assert(
      fc.property(fc.constantFrom(...thirtyZones), minutesOf2024To2030, (zone, localMinute) => {
        expect(clockOf(zone).toUtc(localMinute)).toBe(byTemporal(zone, localMinute));
      }),
      { numRuns: 600 },
    );
  });

  it.each(thirtyZones)('agrees with Temporal in every quarter of an hour around each clock change of %s', (zone) => {
    let at = Temporal.Instant.from('2024-01-01T00:00:00Z').toZonedDateTimeISO(zone);
    for (let count = 0; count < 6; count += 1) {
      const next = at.getTimeZoneTransition('next');
      if (!next || next.epochMilliseconds > Date.UTC(2030, 0, 1)) break;
      const around = clockOf(zone).toLocal(next.epochMilliseconds / minuteMs);
      for (let local = around - 240; local <= around + 240; local += 15) {
        expect(clockOf(zone).toUtc(local)).toBe(byTemporal(zone, local));
      }
      at = next;
    }
  });

  it('shows the local time again that was asked for, except where a change skipped it', () => {
    fc.assert(
      fc.property(fc.constantFrom(...thirtyZones), minutesOf2024To2030, (zone, localMinute) => {
        const clock = clockOf(zone);
        const shown = clock.toLocal(clock.toUtc(localMinute));
        expect(shown).toBeGreaterThanOrEqual(localMinute);
        expect(clock.toUtc(shown)).toBe(clock.toUtc(localMinute));
      }),
    );
  });

  it('never brings a later local minute earlier', () => {
    fc.assert(
      fc.property(fc.constantFrom(...thirtyZones), minutesOf2024To2030, fc.nat(2000), (zone, localMinute, later) => {
        const clock = clockOf(zone);
        expect(clock.toUtc(localMinute + later)).toBeGreaterThanOrEqual(clock.toUtc(localMinute));
      }),
    );
  });

  it('knows a day that a zone left out of its calendar', () => {
    const skippedNoon = Date.UTC(2011, 11, 30, 12) / minuteMs;
    expect(clockOf('Pacific/Apia').toUtc(skippedNoon)).toBe(byTemporal('Pacific/Apia', skippedNoon));
  });
});

describe('zones', () => {
  it.each(['Europe/Madrid', 'Asia/Calcutta', 'America/Argentina/Buenos_Aires', 'UTC', 'EST5EDT'])(
    'takes %s',
    (zone) => {
      expect(isTimeZone(zone)).toBe(true);
    },
  );

  it.each(['+01:00', 'Z', '', 'Europe/Barcelona', 'europe/madrid', ' UTC', 'x'.repeat(5000)])('refuses %j', (zone) => {
    expect(() => assertTimeZone(zone, ['timeZone'])).toThrow(new DomainError('time.unknown-zone'));
  });
});
