import * as fc from 'fast-check';
import type { AgencyId, AssistantId } from '../ids.js';
import { instantMs, minuteMs } from '../time/instant.js';
import { CalendarCache } from './calendar-cache.js';
import type { Candidate, NeedToMatch } from './candidate.js';
import type { ExclusionReason } from './filters.js';
import { aCalendarVersion, candidate, context, need } from './matching.fixture.js';
import { rank } from './rank.js';

const nextYears = ['2027-01-01T00:00:00.000Z', '2027-02-01T00:00:00.000Z', '2027-03-01T00:00:00.000Z'];
const minute = (at: string) => instantMs(at) / minuteMs;
const named = (id: string, changes: Partial<Candidate> = {}): Candidate => ({
  ...candidate,
  assistantId: id as AssistantId,
  agencyId: `agency-of-${id}` as AgencyId,
  ...changes,
});
/** Nobody is left out, and no newcomer comes in by a random draw. */
const everybody = { entries: 100, nearMisses: 5, newcomerSlot: false, everyCalendar: true };
const rankedIds = (candidates: readonly Candidate[], needChanges: Partial<NeedToMatch> = {}) =>
  rank({ ...need, ...needChanges }, candidates, context).entries.map(({ assistantId }) => assistantId);

const email = { skillCode: 'email', minLevel: 3, importance: 2 };
const failing: readonly (readonly [ExclusionReason, Partial<Candidate>, Partial<NeedToMatch>])[] = [
  ['agency-inactive', { agencyStatus: 'suspended' }, {}],
  ['agency-inactive', { agencyStatus: 'registered' }, {}],
  ['conflict', {}, { excludedAgencyIds: ['agency-of-a' as AgencyId] }],
  ['clearance', { clearedUntil: null }, {}],
  ['clearance', { clearedUntil: '2026-04-24T10:59:59.999Z' }, {}],
  ['language', { languages: [{ language: 'ca', level: 'B1' }] }, {}],
  ['language', { languages: [{ language: 'es', level: 'C2' }] }, {}],
  ['skill', { skills: [{ skillCode: 'email', level: 2 }] }, { requiredSkills: [email] }],
  ['skill', { skills: [] }, { requiredSkills: [email] }],
  ['rate', { hourlyRate: { amountMinor: 2001, currency: 'EUR' } }, {}],
  ['rate', { hourlyRate: { amountMinor: 2174, currency: 'USD' } }, {}],
  ['rate', { hourlyRate: { amountMinor: 100, currency: 'INR' } }, {}],
  ['duties', { dutyCodes: ['travel'] }, {}],
  ['capacity', { weeklyCapacityMinutes: 599 }, {}],
  [
    'capacity',
    {
      busy: [
        minute('2026-03-10T20:00:00Z'),
        minute('2026-03-11T20:00:00Z'),
        minute('2026-03-12T20:00:00Z'),
        minute('2026-03-13T03:00:00Z'),
      ],
    },
    {},
  ],
  ['overlap', { weeklyHours: [{ weekday: 6, start: '09:00', end: '20:00' }] }, {}],
  ['overlap', { daysOff: [{ from: '2026-03-16', to: '2026-03-20' }] }, {}],
  [
    'overlap',
    {
      busy: [
        minute('2026-03-09T08:00:00Z'),
        minute('2026-03-09T12:00:00Z'),
        minute('2026-03-11T08:00:00Z'),
        minute('2026-03-11T12:00:00Z'),
        minute('2026-03-13T08:00:00Z'),
        minute('2026-03-13T11:00:00Z'),
      ],
    },
    {},
  ],
];

describe('the hard filters', () => {
  it('let pass who fits in everything, to the cent, to the minute', () => {
    expect(rankedIds([named('a')])).toEqual(['a']);
    const atTheEdge = {
      hourlyRate: { amountMinor: 2173, currency: 'USD' },
      clearedUntil: '2026-04-24T11:00:00.000Z',
      weeklyCapacityMinutes: 600,
      languages: [{ language: 'ca', level: 'B2' }],
    } as const;
    expect(rankedIds([named('a', atTheEdge)])).toEqual(['a']);
  });

  it.each(failing)('exclude with %s %j', (reason, changes, needChanges) => {
    const shortlist = rank({ ...need, ...needChanges }, [named('a', changes), named('b')], context);
    expect(shortlist.entries.map(({ assistantId }) => assistantId)).toEqual(['b']);
    expect(shortlist.excluded).toEqual({ [reason]: 1 });
    expect(shortlist.nearMisses).toMatchObject([{ assistantId: 'a', failedFilter: reason }]);
  });

  it('ask for the capacity that the work of the lines takes, where the minutes of a unit are known', () => {
    const indicativeMinutes = new Map([['inbox', 200]]);
    const shortlist = rank(need, [named('a', { weeklyCapacityMinutes: 999 })], { ...context, indicativeMinutes });
    expect(shortlist.excluded).toEqual({ capacity: 1 });
    expect(
      rank(need, [named('a', { weeklyCapacityMinutes: 1000 })], { ...context, indicativeMinutes }).entries,
    ).toHaveLength(1);
  });

  it('make nobody a near miss who fails twice, and count them under the first reason', () => {
    const shortlist = rank(need, [named('a', { clearedUntil: null, languages: [] })], context);
    expect(shortlist).toMatchObject({ entries: [], nearMisses: [], considered: 1, excluded: { clearance: 1 } });
  });
});

/** Many of whom qualify, and some who fail in one thing or in several. */
const someone: fc.Arbitrary<Candidate> = fc
  .record({
    assistantId: fc.integer({ min: 1, max: 500 }).map((id) => `assistant-${id}` as AssistantId),
    agencyId: fc.integer({ min: 1, max: 5 }).map((id) => `agency-${id}` as AgencyId),
    agencyStatus: fc.constantFrom('verified' as const, 'verified' as const, 'verified' as const, 'suspended' as const),
    clearedUntil: fc.constantFrom(null, '2026-03-20T00:00:00.000Z', ...nextYears),
    hourlyRate: fc.record({
      amountMinor: fc.integer({ min: 700, max: 2300 }),
      currency: fc.constantFrom('EUR' as const, 'USD' as const),
    }),
    languages: fc
      .constantFrom('B1' as const, 'B2' as const, 'C1' as const, 'C2' as const)
      .map((level) => [{ language: 'ca', level }]),
    dutyCodes: fc.subarray(['inbox', 'receipts', 'travel']),
    timeZone: fc.constantFrom('Europe/Madrid', 'Europe/Rome', 'Europe/London', 'America/Bogota'),
    weeklyCapacityMinutes: fc.constantFrom(300, 1200, 1800, 2400),
    busy: fc.constantFrom([], [], [minute('2026-03-09T08:00:00Z'), minute('2026-03-09T20:00:00Z')]),
    reviews: fc.constantFrom({ count: 0, scoreSum: 0 }, { count: 9, scoreSum: 40 }),
  })
  .map((changes) => ({ ...candidate, ...changes }));
const candidates = fc.uniqueArray(someone, { selector: ({ assistantId }) => assistantId, maxLength: 60 });
const candidatesTwice = candidates.chain((given) =>
  fc.tuple(fc.constant(given), fc.shuffledSubarray(given, { minLength: given.length })),
);

describe('a ranking', () => {
  it('is the same to the byte whatever the order of the facts, and whatever the cache has seen before', () => {
    const warm = new CalendarCache();
    fc.assert(
      fc.property(candidatesTwice, ([given, shuffled]) => {
        const permuted = shuffled.map((one) => ({
          ...one,
          calendarVersion: aCalendarVersion(),
          dutyCodes: [...one.dutyCodes].reverse(),
          weeklyHours: [...one.weeklyHours].reverse(),
        }));
        const reversedNeed = { ...need, lines: [...need.lines].reverse() };
        const first = JSON.stringify(rank(need, given, context));
        expect(JSON.stringify(rank(reversedNeed, permuted, context, warm))).toBe(first);
        expect(JSON.stringify(rank(need, permuted, context, warm))).toBe(first);
      }),
    );
  });

  it('never lists anybody who breaks a hard filter, and accounts for everybody', () => {
    fc.assert(
      fc.property(candidates, (given) => {
        const shortlist = rank(need, given, context, new CalendarCache(), everybody);
        const known = new Map(given.map((one) => [one.assistantId, one]));
        for (const { assistantId, score, explanation } of shortlist.entries) {
          const one = known.get(assistantId)!;
          expect(one.agencyStatus).toBe('verified');
          expect(one.clearedUntil! >= '2026-04-24T11:00:00.000Z').toBe(true);
          expect(['B2', 'C1', 'C2']).toContain(one.languages[0]!.level);
          expect(one.hourlyRate.amountMinor * (one.hourlyRate.currency === 'USD' ? 0.92 : 1)).toBeLessThanOrEqual(2000);
          expect(explanation.matchedDuties.length).toBeGreaterThan(0);
          expect(explanation.worstWeekMinutes).toBeGreaterThanOrEqual(600);
          expect(one.weeklyCapacityMinutes - (one.busy.length ? 720 : 0)).toBeGreaterThanOrEqual(600);
          expect(explanation.parts.reduce((sum, { points }) => sum + points, 0)).toBeCloseTo(score, 9);
        }
        const excluded = Object.values(shortlist.excluded).reduce((sum, count) => sum + count, 0);
        expect(shortlist.entries.length + excluded).toBe(given.length);
        expect(shortlist.considered).toBe(given.length);
        expect(shortlist.nearMisses.length).toBeLessThanOrEqual(5);
      }),
    );
  });

  it('gives one agency at most three of the first ten, unless fewer others qualify', () => {
    fc.assert(
      fc.property(candidates, (given) => {
        const { entries } = rank(need, given, context, new CalendarCache(), everybody);
        const top = entries.slice(0, 10);
        for (const agencyId of new Set(top.map((entry) => entry.agencyId))) {
          const count = top.filter((entry) => entry.agencyId === agencyId).length;
          if (count <= 3) continue;
          const below = entries
            .slice(10)
            .filter((entry) => top.filter((one) => one.agencyId === entry.agencyId).length < 3);
          expect(below).toEqual([]);
        }
        const scores = top.map(({ score }) => score);
        expect(scores).toEqual([...scores].sort((a, b) => b - a));
      }),
    );
  });

  it('puts the fourth of an agency behind the tenth place when others wait', () => {
    const strong = Array.from({ length: 6 }, (_, index) => named(`strong-${index}`, { agencyId: 'one' as AgencyId }));
    const others = Array.from({ length: 8 }, (_, index) => named(`other-${index}`, { dutyCodes: ['inbox'] }));
    const ids = rankedIds([...others, ...strong]);
    expect(ids.slice(0, 3).every((id) => id.startsWith('strong'))).toBe(true);
    expect(ids.slice(3, 10).every((id) => id.startsWith('other'))).toBe(true);
    expect(ids.slice(10, 13).every((id) => id.startsWith('strong'))).toBe(true);
    expect(ids).toHaveLength(14);
  });

  it('settles equal scores by coverage, then skills, then the lower rate', () => {
    // Below half of the cap a lower rate gives no more points, so these two score alike.
    expect(
      rankedIds([
        named('a', { hourlyRate: { amountMinor: 900, currency: 'EUR' } }),
        named('b', { hourlyRate: { amountMinor: 800, currency: 'EUR' } }),
      ]),
    ).toEqual(['b', 'a']);
  });

  it('compares prices in the cap’s own currency where no rate is known for it', () => {
    const dirhams = (amountMinor: number) => ({ hourlyRate: { amountMinor, currency: 'AED' as const } });
    const inDirhams = { hourlyRateCap: { amountMinor: 8_000, currency: 'AED' } } as const;
    const offers = [named('dear', dirhams(7_900)), named('cheap', dirhams(4_100)), named('euros')];
    const { entries, excluded } = rank({ ...need, ...inDirhams }, offers, context);
    expect(entries.map(({ assistantId }) => assistantId)).toEqual(['cheap', 'dear']);
    const cheap = entries[0]!.explanation.parts.find(({ part }) => part === 'price');
    expect(cheap!.points).toBeCloseTo((0.12 * 2 * (8_000 - 4_100)) / 8_000, 6);
    expect(excluded).toEqual({ rate: 1 });
  });

  it('orders at random those who are alike in everything, and others for another need', () => {
    const alike = Array.from({ length: 8 }, (_, index) => named(`a-${index}`));
    const orders = ['n1', 'n2', 'n3'].map((needId) =>
      rankedIds(alike, { needId: needId as NeedToMatch['needId'] }).join(),
    );
    expect(new Set(orders).size).toBeGreaterThan(1);
  });
});
