import {
  type AssistantId,
  CalendarCache,
  type Candidate,
  intersectSpans,
  judge,
  prepareNeed,
  rank,
  spanMinutes,
} from '#domain';
import * as fc from 'fast-check';
import { candidate, context, need } from '../../../../libs/domain/src/matching/matching.fixture.js';
import { aNeed, candidatesOf, Dice } from '../../../../libs/domain/src/matching/random-market.fixture.js';
import { assignNeeds } from './assign-needs.js';
import type { WaitingNeed } from './assignment-draft.js';

const limits = { entries: 50, nearMisses: 0, newcomerSlot: false, everyCalendar: false };

/** Few assistants for many needs. */
const markets = fc.nat().map((seed) => {
  const dice = new Dice(seed);
  const candidates = candidatesOf(dice, 12).map((one) => ({
    ...one,
    agencyStatus: 'verified' as const,
    clearedUntil: '2026-12-31T00:00:00.000Z',
    timeZone: dice.pick(['Europe/Madrid', 'Europe/London']),
    weeklyCapacityMinutes: dice.pick([300, 900, 2_400]),
  }));
  const cache = new CalendarCache();
  const needs = Array.from({ length: 10 }, (): WaitingNeed => {
    const one = aNeed(dice);
    const easy = {
      ...one,
      hours: { ...one.hours, timeZone: 'Europe/Madrid' },
      requiredLanguages: [],
      hourlyRateCap: { amountMinor: 3_000, currency: 'EUR' as const },
    };
    const { entries } = rank(easy, candidates, context, cache, limits);
    const options = entries.map(({ assistantId }) => candidates.find((each) => each.assistantId === assistantId)!);
    return { prepared: prepareNeed(easy, context), options };
  });
  return { needs, candidates, cache };
});

describe('an assignment of scarce hours', () => {
  it('is never below first come, first served, books nobody twice and breaks no hard filter', () => {
    let [better, several] = [0, 0];
    fc.assert(
      fc.property(markets, ({ needs, cache }) => {
        const { placements, sum, firstComeSum } = assignNeeds(needs, context, cache);
        expect(sum).toBeGreaterThanOrEqual(firstComeSum);
        better += sum > firstComeSum ? 1 : 0;
        expect(placements.reduce((total, { score }) => total + score, 0)).toBe(sum);
        expect(new Set(placements.map((one) => one.need)).size).toBe(placements.length);
        for (const one of placements) {
          expect(one.need.options).toContain(one.candidate);
          const others = placements.filter((other) => other !== one && other.candidate === one.candidate);
          several += others.length > 0 ? 1 : 0;
          for (const other of others) expect(spanMinutes(intersectSpans(one.spans, other.spans))).toBe(0);
          const minutes = [one.candidate.busy, ...others.map(({ spans }) => spans)].flatMap((spans) => pairs(spans));
          const busy = minutes.sort((a, b) => a[0]! - b[0]!).flat();
          expect(judge(one.need.prepared, { ...one.candidate, busy }, context.rates, cache).failed).toEqual([]);
        }
      }),
      { numRuns: 60 },
    );
    expect(better).toBeGreaterThan(0);
    expect(several).toBeGreaterThan(0);
  });

  const pairs = (spans: Candidate['busy']): number[][] =>
    Array.from({ length: spans.length / 2 }, (_, index) => [spans[2 * index]!, spans[2 * index + 1]!]);

  it('leaves to a later need the only one who can take it', () => {
    const named = (id: string, changes: Partial<Candidate>): Candidate => ({
      ...candidate,
      assistantId: id as AssistantId,
      ...changes,
    });
    const versatile = named('versatile', { dutyCodes: ['inbox', 'receipts', 'travel'] });
    const plain = named('plain', { hourlyRate: { amountMinor: 1_600, currency: 'EUR' } });
    const prepared = prepareNeed(need, context);
    const travel = prepareNeed({ ...need, lines: [{ ...need.lines[0]!, dutyCode: 'travel' }] }, context);
    const needs = [
      { prepared, options: [versatile, plain] },
      { prepared: travel, options: [versatile] },
    ];
    const { placements, sum, firstComeSum } = assignNeeds(needs, context);
    const who = new Map(placements.map((one) => [one.need, one.candidate.assistantId]));
    expect(needs.map((one) => who.get(one))).toEqual(['plain', 'versatile']);
    expect(sum).toBeGreaterThan(firstComeSum);
  });

  it('is empty without needs, and without anybody for them', () => {
    expect(assignNeeds([], context)).toEqual({ placements: [], sum: 0, firstComeSum: 0 });
    const nobody = [{ prepared: prepareNeed(need, context), options: [] }];
    expect(assignNeeds(nobody, context)).toEqual({ placements: [], sum: 0, firstComeSum: 0 });
  });
});
