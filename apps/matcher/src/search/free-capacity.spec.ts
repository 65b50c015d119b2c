import { propertyCases } from '#platform/testing';
import { prepareNeed } from '#domain';
import * as fc from 'fast-check';
import { Dice } from '../../../../libs/domain/src/matching/random-market.fixture.js';
import { askedInSomeWeek } from './free-capacity.js';
import { aContext, aNeedToFill } from './random-supply.fixture.js';

/** Among them clocks that change by half an hour, by two hours, twice within weeks, and not at all. */
const zones = [
  'Europe/Madrid',
  'America/Los_Angeles',
  'Australia/Lord_Howe',
  'Antarctica/Troll',
  'Africa/Casablanca',
  'Asia/Kathmandu',
  'Pacific/Kiritimati',
  'Pacific/Pago_Pago',
];

describe('what a need asks of a week', () => {
  it('is never more than the most, and in some week of whatever zone at least the least', () => {
    fc.assert(
      fc.property(fc.nat(), fc.nat(300), (seed, days) => {
        const dice = new Dice(seed);
        const need = aNeedToFill(dice);
        const endsOn = new Date(Date.parse(need.startsOn) + days * 86_400_000).toISOString().slice(0, 10);
        const prepared = prepareNeed({ ...need, endsOn }, aContext(dice));
        const { least, most } = askedInSomeWeek(prepared);
        for (const zone of zones) {
          const highest = Math.max(0, ...prepared.requiredCapacity(zone).values());
          expect(highest).toBeLessThanOrEqual(prepared.capacityForWeekOf(most));
          expect(highest).toBeGreaterThanOrEqual(prepared.capacityForWeekOf(least));
        }
      }),
      { numRuns: propertyCases(300) },
    );
  });
});
