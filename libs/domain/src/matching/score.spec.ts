import * as fc from 'fast-check';
import { CalendarCache } from './calendar-cache.js';
import type { Candidate, NeedToMatch } from './candidate.js';
import { workingTime } from './filters.js';
import { candidate, context, need } from './matching.fixture.js';
import { overlapOf } from './overlap.js';
import { prepareNeed } from './prepared-need.js';
import {
  levelFit,
  marketplaceQualityOf,
  onTimeShare,
  pointsOf,
  posteriorQuality,
  type ScorePart,
  scoreOf,
  scoreParts,
  scoreWeights,
} from './score.js';

const scored = (changes: Partial<Candidate>, needChanges: Partial<NeedToMatch> = {}) => {
  const prepared = prepareNeed({ ...need, ...needChanges }, context);
  const someone = { ...candidate, ...changes };
  const overlap = overlapOf(prepared, workingTime(prepared, someone, new CalendarCache()), someone.busy);
  return scoreOf(prepared, someone, overlap, context);
};

/** The part for each of two candidates of whom the second is at least as good in it. */
const growing = (part: ScorePart, worse: Partial<Candidate>, better: Partial<Candidate>) => {
  const [low, high] = [scored(worse), scored(better)];
  expect(high.points[part]).toBeGreaterThanOrEqual(low.points[part]);
  for (const other of scoreParts) if (other !== part) expect(high.points[other]).toBe(low.points[other]);
};
const ascending = (most: number) =>
  fc
    .tuple(fc.integer({ min: 0, max: most }), fc.integer({ min: 0, max: most }))
    .map(([a, b]) => (a < b ? [a, b] : [b, a]) as [number, number]);
const runs = { numRuns: 50 };

describe('the score', () => {
  it('has weights that add up to the whole', () => {
    expect(scoreParts.reduce((sum, part) => sum + scoreWeights[part] * 100, 0)).toBeCloseTo(100, 10);
  });

  it('is the sum of its parts, none beyond its weight', () => {
    fc.assert(
      fc.property(
        ascending(5000),
        ascending(100),
        fc.integer({ min: 0, max: 5 }),
        ([, rate], [answered, missed], level) => {
          const { total, points } = scored({
            hourlyRate: { amountMinor: rate + 1, currency: 'EUR' },
            responses: { answered, missed },
            skills: [{ skillCode: 'email', level }],
          });
          expect(scoreParts.reduce((sum, part) => sum + points[part], 0)).toBe(total);
          for (const part of scoreParts) {
            expect(points[part]).toBeGreaterThanOrEqual(0);
            expect(points[part]).toBeLessThanOrEqual(Math.round(scoreWeights[part] * 1_000_000));
          }
        },
      ),
      runs,
    );
  });

  it('grows with the duties that are covered, the important ones more', () => {
    growing('duties', { dutyCodes: [] }, { dutyCodes: ['receipts'] });
    growing('duties', { dutyCodes: ['receipts'] }, { dutyCodes: ['inbox'] });
    growing('duties', { dutyCodes: ['inbox'] }, { dutyCodes: ['inbox', 'receipts', 'travel'] });
  });

  it('grows with the level of a required skill, also beyond what is required', () => {
    for (let minLevel = 1; minLevel <= 5; minLevel += 1) {
      for (let level = 0; level < 5; level += 1) {
        expect(levelFit(level + 1, minLevel)).toBeGreaterThan(
          levelFit(level, minLevel) - (level >= minLevel && minLevel === 5 ? 1 : 0),
        );
      }
      expect(levelFit(0, minLevel)).toBe(0);
      expect(levelFit(5, minLevel)).toBe(1);
    }
    for (let level = 0; level < 5; level += 1) {
      growing(
        'skills',
        { skills: [{ skillCode: 'email', level }] },
        { skills: [{ skillCode: 'email', level: level + 1 }] },
      );
    }
  });

  it('grows with the hours that are shared', () => {
    const until = (hour: number) => ({
      weeklyHours: [1, 2, 3].map((weekday) => ({ weekday, start: '08:00', end: `${hour}:00` })),
    });
    for (let hour = 10; hour < 14; hour += 1) growing('overlap', until(hour), until(hour + 1));
  });

  it('grows with a lower rate, in any currency', () => {
    const at = (amountMinor: number) => ({ hourlyRate: { amountMinor: amountMinor + 1, currency: 'USD' as const } });
    fc.assert(
      fc.property(ascending(4000), ([low, high]) => growing('price', at(high), at(low))),
      runs,
    );
  });

  it('grows with better reviews, and believes many more than few', () => {
    const with10 = (scoreSum: number) => ({ reviews: { count: 10, scoreSum } });
    fc.assert(
      fc.property(ascending(40), ([low, high]) => growing('quality', with10(10 + low), with10(10 + high))),
      runs,
    );
    const quality = (count: number, score: number) =>
      posteriorQuality({ reviews: { count, scoreSum: count * score } }, 0.8);
    expect(quality(0, 0)).toBeCloseTo(0.8, 10);
    expect(quality(1, 5)).toBeLessThan(quality(10, 5));
    expect(quality(1, 1)).toBeGreaterThan(quality(10, 1));
  });

  it('believes a first review of one, and no more of the others than before', () => {
    expect(marketplaceQualityOf([])).toBe(0.75);
    for (const scoreSum of [1, 2, 3, 4, 5]) {
      expect(
        marketplaceQualityOf([
          { count: 1, scoreSum },
          { count: 0, scoreSum: 0 },
        ]),
      ).toBe(0.75);
    }
    expect(marketplaceQualityOf([{ count: 100, scoreSum: 500 }])).toBe(0.83);
    expect(marketplaceQualityOf([{ count: 100_000, scoreSum: 500_000 }])).toBe(1);
  });

  it('grows with work that was done on time, believes much of it more than little, and buries nobody who has none', () => {
    const of100 = (onTime: number) => ({ work: { runs: 100, onTime } });
    fc.assert(
      fc.property(ascending(100), ([low, high]) => growing('work', of100(low), of100(high))),
      runs,
    );
    const share = (many: number, onTime: number) => onTimeShare({ work: { runs: many, onTime } });
    expect(share(0, 0)).toBeCloseTo(0.9, 10);
    expect(share(1, 1)).toBeLessThan(share(120, 120));
    expect(share(1, 0)).toBeGreaterThan(share(120, 100));
    // A first piece of work moves her by less than half of a hundredth of the score.
    for (const onTime of [0, 1]) {
      expect(Math.abs(pointsOf('work', share(1, onTime)) - pointsOf('work', share(0, 0)))).toBeLessThan(5_000);
    }
  });

  it('grows with a preferred skill, and with a required one beyond its level', () => {
    const needs = { requiredSkills: [{ skillCode: 'books', minLevel: 3, importance: 2 }] };
    const withBooks = (level: number, email: number) =>
      scored(
        {
          skills: [
            { skillCode: 'books', level },
            { skillCode: 'email', level: email },
          ],
        },
        needs,
      ).points.skills;
    expect(withBooks(3, 3)).toBeGreaterThan(withBooks(3, 1));
    expect(withBooks(4, 3)).toBeGreaterThan(withBooks(3, 3));
  });

  it('grows with answers, and with how new the listing is', () => {
    fc.assert(
      fc.property(ascending(50), fc.integer({ min: 0, max: 50 }), ([few, many], missed) => {
        growing('response', { responses: { answered: few, missed } }, { responses: { answered: many, missed } });
      }),
      runs,
    );
    const listed = (days: number) => ({
      listedAt: new Date(Date.parse(context.now) - days * 86_400_000).toISOString(),
    });
    fc.assert(
      fc.property(ascending(400), ([fresh, old]) => growing('freshness', listed(old), listed(fresh))),
      runs,
    );
  });
});
