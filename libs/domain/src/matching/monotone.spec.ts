import * as fc from 'fast-check';
import type { AgencyId, AssistantId } from '../ids.js';
import { addDays } from '../time/local-date.js';
import { subtractSpans } from '../time/spans.js';
import { CalendarCache } from './calendar-cache.js';
import type { Candidate, NeedToMatch } from './candidate.js';
import { defaultRankingLimits, type Shortlist } from './compose-shortlist.js';
import { aCalendarVersion, context } from './matching.fixture.js';
import { aCandidate, aNeed, candidatesOf, Dice } from './random-market.fixture.js';
import { rank } from './rank.js';
import { posteriorQuality } from './score.js';

const everybody = { entries: 1_000, nearMisses: 0, newcomerSlot: false, everyCalendar: true };
/** One for all markets: most of them are ranked many times. */
const cache = new CalendarCache();
const ranked = (need: NeedToMatch, candidates: readonly Candidate[], limits = everybody): Shortlist =>
  rank(need, candidates, context, cache, limits);

/** Needs of a week or two that many fit, so that most cases say something. */
function anEasyNeed(dice: Dice): NeedToMatch {
  const need = aNeed(dice);
  return {
    ...need,
    endsOn: addDays(need.startsOn, dice.between(5, 9)),
    minOverlapMinutesPerWeek: dice.pick([0, 0, 60]),
    requiredSkills: need.requiredSkills.filter(() => dice.isOneOf(3)),
    requiredLanguages: need.requiredLanguages.filter(() => dice.isOneOf(3)),
    hourlyRateCap: { amountMinor: 2_400, currency: 'EUR' },
    excludedAgencyIds: [],
  };
}
function anEasyCandidate(dice: Dice, { hours }: NeedToMatch, id: string): Candidate {
  const candidate = aCandidate(dice, id);
  return {
    ...candidate,
    calendarVersion: aCalendarVersion(),
    agencyStatus: 'verified',
    timeZone: dice.isOneOf(3) ? candidate.timeZone : hours.timeZone,
    weeklyCapacityMinutes: 2_400,
    clearedUntil: dice.isOneOf(8) ? candidate.clearedUntil : '2026-12-15T12:00:00.000Z',
  };
}

/** What makes somebody better or leaves them as good, one thing each. */
const improvements: Readonly<Record<string, (candidate: Candidate, dice: Dice) => Partial<Candidate>>> = {
  'a duty more': ({ dutyCodes }, dice) => ({
    dutyCodes: [...new Set([...dutyCodes, dice.pick(['inbox', 'receipts', 'travel', 'calls', 'payroll', 'else'])])],
  }),
  'a higher level of a skill': ({ skills }) => ({
    skills: skills.map((skill, index) => (index === 0 ? { ...skill, level: Math.min(5, skill.level + 1) } : skill)),
  }),
  'a skill more': ({ skills }, dice) => {
    const skillCode = dice.pick(['email', 'books', 'web', 'phone', 'else']);
    const isNew = skills.every((skill) => skill.skillCode !== skillCode);
    return { skills: isNew ? [...skills, { skillCode, level: dice.between(1, 5) }] : skills };
  },
  'a better command of a language': ({ languages }) => ({
    languages: languages.map((language) => ({ ...language, level: 'C2' })),
  }),
  'a lower rate': ({ hourlyRate }, dice) => ({
    hourlyRate: { ...hourlyRate, amountMinor: hourlyRate.amountMinor - dice.between(0, 400) },
  }),
  'a review above the mean': ({ reviews }, dice) => {
    const mean = 1 + 4 * posteriorQuality({ reviews }, context.marketplaceQuality);
    const score = dice.between(Math.min(5, Math.ceil(mean)), 5);
    return { reviews: { count: reviews.count + 1, scoreSum: reviews.scoreSum + score } };
  },
  'better marks in the same reviews': ({ reviews: { count, scoreSum } }, dice) => ({
    reviews: { count, scoreSum: dice.between(scoreSum, 5 * count) },
  }),
  'one more piece of work, done on time': ({ work: { runs, onTime } }) => ({
    work: { runs: runs + 1, onTime: onTime + 1 },
  }),
  'more of the same work done on time': ({ work: { runs, onTime } }, dice) => ({
    work: { runs, onTime: dice.between(onTime, runs) },
  }),
  'a longer clearance': () => ({ clearedUntil: '2027-12-15T12:00:00.000Z' }),
  'fewer bookings': ({ busy }) => ({ busy: subtractSpans(busy, busy.slice(0, 2)) }),
  'no days off': () => ({ daysOff: [] }),
  'hours on one more day': ({ weeklyHours }) => {
    const weekday = [1, 2, 3, 4, 5, 6, 7].find((day) => weeklyHours.every((entry) => entry.weekday !== day));
    return { weeklyHours: weekday ? [...weeklyHours, { weekday, start: '04:00', end: '22:00' }] : weeklyHours };
  },
  'more capacity': ({ weeklyCapacityMinutes }) => ({ weeklyCapacityMinutes: weeklyCapacityMinutes + 600 }),
  'one more answer': ({ responses }) => ({ responses: { ...responses, answered: responses.answered + 1 } }),
  'a more recent listing': ({ listedAt }) => ({
    listedAt: listedAt < '2026-01-25' ? '2026-01-25T08:00:00.000Z' : listedAt,
  }),
};
const kinds = Object.keys(improvements);
const improved = (candidate: Candidate, kind: string, dice: Dice): Candidate => ({
  ...candidate,
  ...improvements[kind]!(candidate, dice),
  calendarVersion: aCalendarVersion(),
});
const dice = fc.nat().map((seed) => new Dice(seed));

/** Markets of which each makes fourteen cases here, and one each in four tests below: 10,000 in all. */
const marketCount = 560;

describe('whoever gets better in one thing', () => {
  it('never falls, neither in score nor in rank', () => {
    const listed = new Map<string, number>();
    fc.assert(
      fc.property(dice, (chance) => {
        const need = anEasyNeed(chance);
        const candidates = Array.from({ length: 4 }, (_, index) => anEasyCandidate(chance, need, `assistant-${index}`));
        const [one, ...others] = candidates as [Candidate, ...Candidate[]];
        const find = (candidate: Candidate) =>
          ranked(need, [...others, candidate]).entries.find(({ assistantId }) => assistantId === one.assistantId);
        const before = find(one);
        for (const kind of kinds) {
          if (before === undefined) return;
          const after = find(improved(one, kind, chance));
          listed.set(kind, (listed.get(kind) ?? 0) + 1);
          expect([kind, after?.score]).toEqual([kind, expect.any(Number)]);
          expect(after!.score).toBeGreaterThanOrEqual(before.score);
          expect(after!.rank).toBeLessThanOrEqual(before.rank);
        }
      }),
      { numRuns: marketCount },
    );
    for (const kind of kinds) expect(listed.get(kind)).toBeGreaterThan(marketCount / 4);
  });
});

describe('somebody who is at least as good in everything and better in something', () => {
  /** Pairs of which the second is the first with several improvements. */
  function pairs(chance: Dice, need: NeedToMatch, count: number, agencies: number) {
    return Array.from({ length: count }, (_, index) => {
      const agency = (id: number) => `agency-${id}` as AgencyId;
      const worse = { ...anEasyCandidate(chance, need, `worse-${index}`), agencyId: agency(2 * index) };
      const better = chance.some(kinds, 1).reduce((one, kind) => improved(one, kind, chance), worse);
      const identity = { assistantId: `better-${index}` as AssistantId, agencyId: agency(2 * index + 1) };
      const spread = (one: Candidate) => (agencies ? { ...one, agencyId: agency(chance.between(1, agencies)) } : one);
      return [spread(worse), spread({ ...better, ...identity })] as const;
    });
  }
  const placesIn = ({ entries }: Shortlist) => new Map(entries.map((entry) => [entry.assistantId, entry]));

  it('stands above, 10,000 random pairs; only the random order of equal scores may say otherwise', () => {
    let [both, alone] = [0, 0];
    fc.assert(
      fc.property(dice, (chance) => {
        const need = anEasyNeed(chance);
        const couples = pairs(chance, need, 50, 0);
        const places = placesIn(ranked(need, couples.flat()));
        for (const [worse, better] of couples) {
          const [low, high] = [places.get(worse.assistantId), places.get(better.assistantId)];
          if (low === undefined) {
            alone += high === undefined ? 0 : 1;
            continue;
          }
          both += 1;
          expect(high!.score).toBeGreaterThanOrEqual(low.score);
          if (high!.score > low.score) expect(high!.rank).toBeLessThan(low.rank);
        }
      }),
      { numRuns: 200 },
    );
    expect(both).toBeGreaterThan(3_000);
    expect(alone).toBeGreaterThan(500);
  });

  it('stands below at most where an agency has its three places, or where a newcomer has the tenth', () => {
    fc.assert(
      fc.property(dice, (chance) => {
        const need = anEasyNeed(chance);
        const couples = pairs(chance, need, 20, 6);
        const shortlist = ranked(need, couples.flat(), { ...everybody, newcomerSlot: true });
        const places = placesIn(shortlist);
        for (const [worse, better] of couples) {
          const [low, high] = [places.get(worse.assistantId), places.get(better.assistantId)];
          if (low === undefined || high!.rank < low.rank || high!.score === low.score) continue;
          const ofAgency = shortlist.entries.slice(0, 10).filter(({ agencyId }) => agencyId === better.agencyId);
          const hadNoRoom = low.rank <= 10 && high!.rank > 10 && ofAgency.length >= 3;
          // The tenth comes to stand eleventh, above those who had no room.
          const wasTenth = low.rank === 11 && shortlist.entries[9]?.newcomerSlot !== null;
          expect(hadNoRoom || low.newcomerSlot !== null || wasTenth).toBe(true);
        }
      }),
      { numRuns: 60 },
    );
  });
});

describe('what changes nothing', () => {
  const cases = { numRuns: marketCount };
  const bytes = (need: NeedToMatch, candidates: readonly Candidate[]) =>
    JSON.stringify(ranked(need, candidates, { ...defaultRankingLimits, everyCalendar: true }));
  const market = (chance: Dice) => {
    const need = anEasyNeed(chance);
    return { need, candidates: Array.from({ length: 4 }, (_, index) => anEasyCandidate(chance, need, `a-${index}`)) };
  };

  it('is a skill, a duty or a language that nobody asked for', () => {
    fc.assert(
      fc.property(dice, (chance) => {
        const { need, candidates } = market(chance);
        const [one, ...others] = candidates as [Candidate, ...Candidate[]];
        const versatile = {
          ...one,
          skills: [...one.skills, { skillCode: 'juggling', level: 5 }],
          dutyCodes: [...one.dutyCodes, 'juggling'],
          languages: [...one.languages, { language: 'eu', level: 'C2' as const }],
        };
        expect(bytes(need, [versatile, ...others])).toBe(bytes(need, candidates));
      }),
      cases,
    );
  });

  it('is the order of the candidates and of everything that is known of them', () => {
    fc.assert(
      fc.property(dice, (chance) => {
        const { need, candidates } = market(chance);
        const permuted = chance.shuffled(candidates).map((one) => ({
          ...one,
          skills: chance.shuffled(one.skills),
          dutyCodes: chance.shuffled(one.dutyCodes),
          languages: chance.shuffled(one.languages),
          weeklyHours: chance.shuffled(one.weeklyHours),
          calendarVersion: aCalendarVersion(),
        }));
        expect(bytes(need, permuted)).toBe(bytes(need, candidates));
      }),
      cases,
    );
  });

  it('is the order of the lines, skills, languages and hours of a need', () => {
    fc.assert(
      fc.property(dice, (chance) => {
        const { need, candidates } = market(chance);
        const { hours } = need;
        const permuted: NeedToMatch = {
          ...need,
          lines: chance.shuffled(need.lines),
          requiredSkills: chance.shuffled(need.requiredSkills),
          requiredLanguages: chance.shuffled(need.requiredLanguages),
          hours: hours.kind === 'weekly' ? { ...hours, weekly: chance.shuffled(hours.weekly) } : hours,
        };
        expect(bytes(permuted, candidates)).toBe(bytes(need, candidates));
      }),
      cases,
    );
  });

  it('but the counts, is somebody who is excluded for two reasons', () => {
    fc.assert(
      fc.property(dice, (chance) => {
        const { need, candidates } = market(chance);
        const excluded = {
          ...aCandidate(chance, 'nobody'),
          clearedUntil: null,
          dutyCodes: [],
          agencyStatus: 'verified',
        } as const;
        const [before, after] = [ranked(need, candidates), ranked(need, [...candidates, excluded])];
        expect(after).toEqual({
          ...before,
          considered: before.considered + 1,
          excluded: { ...before.excluded, clearance: (before.excluded.clearance ?? 0) + 1 },
        });
      }),
      cases,
    );
  });
});

describe('a random market', () => {
  it('is the same for the same seed', () => {
    expect(candidatesOf(new Dice(7), 3)).toEqual(candidatesOf(new Dice(7), 3));
  });
});
