import * as fc from 'fast-check';
import { CalendarCache } from './calendar-cache.js';
import type { Candidate, NeedToMatch } from './candidate.js';
import { composeShortlist, defaultRankingLimits, type Findings, type RankingLimits } from './compose-shortlist.js';
import { calendarFilters, type ExclusionReason, exclusionReasons, judge } from './filters.js';
import { context } from './matching.fixture.js';
import { isNewcomer, newcomersInTheDraw } from './newcomer-slot.js';
import { type PreparedNeed, prepareNeed } from './prepared-need.js';
import { aNeed, candidatesOf, Dice } from './random-market.fixture.js';
import { rank } from './rank.js';
import { type Match, type Miss, rankingOrder } from './ranking-order.js';
import { scoreOf } from './score.js';
import { spreadOverAgencies, topPlaces } from './top-places.js';

const markets = fc.nat().map((seed) => {
  const dice = new Dice(seed);
  const need: NeedToMatch = {
    ...aNeed(dice),
    requiredLanguages: [],
    minOverlapMinutesPerWeek: 0,
    hourlyRateCap: { amountMinor: 3_000, currency: 'EUR' },
  };
  // A few agencies, and many who are new.
  const candidates = candidatesOf(dice, 45).map((candidate) => ({
    ...candidate,
    agencyId: `agency-${dice.between(1, 5)}` as Candidate['agencyId'],
    timeZone: need.hours.timeZone,
    clearedUntil: dice.isOneOf(4) ? candidate.clearedUntil : '2026-12-31T00:00:00.000Z',
    dutyCodes: dice.isOneOf(4) ? candidate.dutyCodes : ['inbox', 'receipts', 'travel', 'calls', 'payroll'],
    listedAt: dice.isOneOf(2) ? '2026-01-20T08:00:00.000Z' : candidate.listedAt,
    reviews: dice.isOneOf(2) ? { count: 0, scoreSum: 0 } : candidate.reviews,
  }));
  const limits: RankingLimits = {
    entries: dice.pick([3, 10, 11, 20]),
    nearMisses: dice.between(0, 6),
    newcomerSlot: true,
    everyCalendar: false,
  };
  return { dice, need, candidates, limits };
});

function findings(prepared: PreparedNeed, candidates: readonly Candidate[], cache: CalendarCache): Findings {
  const matches: Match[] = [];
  const misses: Miss[] = [];
  const excluded = new Map<ExclusionReason, number>();
  for (const candidate of candidates) {
    const { failed, overlap } = judge(prepared, candidate, context.rates, cache);
    const [failedFilter] = failed;
    if (failedFilter !== undefined) excluded.set(failedFilter, (excluded.get(failedFilter) ?? 0) + 1);
    if (overlap === null || failed.length > 1) continue;
    const match = { candidate, overlap, score: scoreOf(prepared, candidate, overlap, context) };
    if (failedFilter === undefined) matches.push(match);
    else misses.push({ ...match, failedFilter });
  }
  return { matches, misses, considered: candidates.length, excluded };
}

/** The fewest that a shortlist can be made of, as composeShortlist says. */
function least(prepared: PreparedNeed, all: Findings, { entries, nearMisses }: RankingLimits): Findings {
  const order = rankingOrder(prepared, context);
  const ranked = [...all.matches].sort(order);
  const newcomers = ranked.filter(({ candidate }) => isNewcomer(candidate, context.now));
  const isFull = ranked.length >= entries;
  const misses = all.misses.filter(({ failedFilter }) => !(isFull && calendarFilters.has(failedFilter)));
  const kept = new Set([
    ...ranked.slice(0, Math.max(entries, topPlaces)),
    ...spreadOverAgencies(ranked, order).top,
    ...newcomers.slice(0, topPlaces + newcomersInTheDraw),
  ]);
  return { ...all, matches: [...kept], misses: misses.sort(order).slice(0, nearMisses) };
}

describe('the composition of a shortlist', () => {
  it('needs only the best few of each kind: all others may be there or not', () => {
    fc.assert(
      fc.property(markets, ({ dice, need, candidates, limits }) => {
        const cache = new CalendarCache();
        const prepared = prepareNeed(need, context);
        const all = findings(prepared, candidates, cache);
        const few = least(prepared, all, limits);
        const isFull = all.matches.length >= limits.entries;
        const some = {
          ...few,
          matches: dice.shuffled([...new Set([...few.matches, ...dice.some(all.matches)])]),
          misses: dice.shuffled([...new Set([...few.misses, ...dice.some(all.misses)])]),
          // Whoever looks into few calendars has lower counts of the calendar filters, or none.
          excluded: new Map([...all.excluded].filter(([reason]) => !isFull || !calendarFilters.has(reason))),
        };
        const expected = rank(need, candidates, context, cache, limits);
        expect(JSON.stringify(composeShortlist(prepared, few, context, cache, limits))).toBe(JSON.stringify(expected));
        expect(JSON.stringify(composeShortlist(prepared, some, context, cache, limits))).toBe(JSON.stringify(expected));
      }),
      { numRuns: 60 },
    );
  });

  it('is looked at with markets in which a newcomer takes the tenth place', () => {
    const lifts = fc
      .sample(markets, { seed: 1, numRuns: 200 })
      .filter(({ need, candidates, limits }) =>
        rank(need, candidates, context, new CalendarCache(), limits).entries.some(
          ({ newcomerSlot }) => newcomerSlot !== null,
        ),
      );
    expect(lifts.length).toBeGreaterThan(0);
  });

  it('counts calendars only when there are places left, unless it is asked for all of them', () => {
    let [full, open] = [0, 0];
    fc.assert(
      fc.property(markets, ({ need, candidates }) => {
        const limits = { ...defaultRankingLimits, entries: 10 };
        const cache = new CalendarCache();
        const all = findings(prepareNeed(need, context), candidates, cache);
        const shortlist = rank(need, candidates, context, cache, limits);
        const isFull = all.matches.length >= 10;
        if (isFull) full += 1;
        else open += 1;
        for (const reason of exclusionReasons) {
          const isTold = !(isFull && calendarFilters.has(reason));
          expect(shortlist.excluded[reason]).toBe(isTold ? all.excluded.get(reason) : undefined);
          if (!isTold) expect(shortlist.nearMisses.map(({ failedFilter }) => failedFilter)).not.toContain(reason);
        }
        expect(shortlist.considered).toBe(candidates.length);
        const every = rank(need, candidates, context, cache, { ...limits, everyCalendar: true });
        const excluded = Object.values(every.excluded).reduce((sum, count) => sum + count, 0);
        expect(all.matches.length + excluded).toBe(candidates.length);
      }),
      { numRuns: 40 },
    );
    expect(Math.min(full, open)).toBeGreaterThan(0);
  });
});
