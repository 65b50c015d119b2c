import { propertyCases } from '#platform/testing';
import { defaultRankingLimits, type RankingLimits } from '#domain';
import * as fc from 'fast-check';
import { Dice } from '../../../../libs/domain/src/matching/random-market.fixture.js';
import {
  aContext,
  agencyIdOf,
  anAgency,
  anAssistant,
  aNeedToFill,
  assistantIdOf,
  TwofoldSupply,
} from './random-supply.fixture.js';

const agencies = 30;

function aSupply(dice: Dice, size: number): TwofoldSupply {
  const supply = new TwofoldSupply();
  for (let number = 1; number <= agencies; number += 1) supply.setAgency(agencyIdOf(number), anAgency(dice));
  for (let number = 0; number < size; number += 1) supply.put(anAssistant(dice, number));
  return supply;
}

const someLimits = (dice: Dice): RankingLimits => ({
  entries: dice.pick([20, 20, 3, 11, 40]),
  nearMisses: dice.pick([5, 1, 0]),
  newcomerSlot: !dice.isOneOf(4),
  everyCalendar: dice.isOneOf(8),
});

function expectTheSame(supply: TwofoldSupply, dice: Dice, needs: number): void {
  for (let count = 0; count < needs; count += 1) {
    const [need, context, limits] = [aNeedToFill(dice), aContext(dice), someLimits(dice)];
    const found = JSON.stringify(supply.found(need, context, limits));
    expect(found).toBe(JSON.stringify(supply.expected(need, context, limits)));
  }
}

describe('a search in the columns', () => {
  it('gives the same shortlist, to the byte, as a look at everybody', () => {
    fc.assert(
      fc.property(fc.nat(), (seed) => {
        const dice = new Dice(seed);
        expectTheSame(aSupply(dice, dice.pick([0, 5, 60, 150])), dice, 25);
      }),
      { numRuns: propertyCases(8) },
    );
  });
  it('gives the best in the same order as a look at everybody', () => {
    fc.assert(
      fc.property(fc.nat(), (seed) => {
        const dice = new Dice(seed);
        const supply = aSupply(dice, dice.pick([0, 5, 60, 150]));
        for (let count = 0; count < 25; count += 1) {
          const [need, context, most] = [aNeedToFill(dice), aContext(dice), dice.pick([1, 5, 20, 50])];
          expect(supply.foundBest(need, context, most)).toEqual(supply.expectedBest(need, context, most));
        }
      }),
      { numRuns: propertyCases(4) },
    );
  });
  it('does so when many keep the same hours', () => {
    fc.assert(
      fc.property(fc.nat(), (seed) => {
        const dice = new Dice(seed);
        const supply = aSupply(dice, 0);
        const patterns = Array.from({ length: 4 }, (_, number) => anAssistant(dice, number));
        for (let number = 0; number < 700; number += 1) {
          const { timeZone, weeklyHours } = dice.pick(patterns);
          supply.put({ ...anAssistant(dice, number), timeZone, weeklyHours });
        }
        expectTheSame(supply, dice, 12);
      }),
      { numRuns: propertyCases(4) },
    );
  });
  it('does so when the supply is gone through in several blocks', () => {
    // Whoever leaves keeps no row, but the rows of the others stay where they are.
    const rows = 70_000;
    const dice = new Dice(rows);
    const supply = aSupply(dice, 0);
    const leaving = anAssistant(dice, 0);
    for (let number = 0; number < rows; number += 1) {
      const stays = number % 100 === 0 || number === rows - 1;
      supply.put(stays ? anAssistant(dice, number) : { ...leaving, assistantId: assistantIdOf(number) });
    }
    for (let number = 0; number < rows - 1; number += 1) if (number % 100 !== 0) supply.remove(assistantIdOf(number));
    expectTheSame(supply, dice, 20);
  });
  it('does so after any changes, with rows that are given to others', () => {
    fc.assert(
      fc.property(fc.nat(), (seed) => {
        const dice = new Dice(seed);
        const supply = aSupply(dice, 80);
        for (let round = 0; round < 6; round += 1) {
          for (let change = 0; change < 25; change += 1) {
            const number = dice.between(0, 110);
            if (dice.isOneOf(3)) supply.remove(assistantIdOf(number));
            else if (dice.isOneOf(4)) supply.setAgency(agencyIdOf(dice.between(1, agencies)), anAgency(dice));
            else supply.put(anAssistant(dice, number));
          }
          expectTheSame(supply, dice, 8);
        }
      }),
      { numRuns: propertyCases(4) },
    );
  });
  it('is not led astray by the order in which the facts came', () => {
    fc.assert(
      fc.property(fc.nat(), (seed) => {
        const dice = new Dice(seed);
        const one = aSupply(dice, 60);
        const other = new TwofoldSupply();
        for (const candidate of dice.shuffled(one.candidates())) {
          other.put(candidate);
          other.setAgency(candidate.agencyId, { status: candidate.agencyStatus, responses: candidate.responses });
        }
        for (let count = 0; count < 5; count += 1) {
          const [need, context] = [aNeedToFill(dice), aContext(dice)];
          expect(JSON.stringify(other.found(need, context, defaultRankingLimits))).toBe(
            JSON.stringify(one.found(need, context, defaultRankingLimits)),
          );
        }
      }),
      { numRuns: propertyCases(6) },
    );
  });
});
