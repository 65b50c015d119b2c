import {
  askedSkills,
  comparableValue,
  expandSpans,
  epochDay,
  instantMs,
  languageLevels,
  type NeedToMatch,
  posteriorQuality,
  weekdayOfEpochDay,
  type WeeklyHours,
} from '#domain';
import type { Market } from './market.js';

/** Half hours of a week in UTC, Monday first: as one would keep hours where calendars can't be reckoned with. */
export const halfHours = 336;

/** A listing with all that depends on nothing but itself worked out: what one would put into a database or a search engine. */
export interface PlainListing {
  readonly id: string;
  readonly agencyId: string;
  readonly active: boolean;
  readonly duties: readonly string[];
  readonly skills: Readonly<Record<string, number>>;
  /** `en:B2` for everybody who speaks English at B2 or better, `email:3` for a skill at level 3 or better. */
  readonly qualifications: readonly string[];
  readonly rateEuro: number;
  readonly clearedUntil: number;
  readonly capacityMinutes: number;
  /** One character, 0 or 1, for each half hour. */
  readonly hours: string;
  /** Quality, work, response and freshness, weighed. */
  readonly standing: number;
}

export function plainListing(market: Market, number: number): PlainListing {
  const candidate = market.candidate(number);
  const { marketplaceQuality, rates } = market.context();
  const { answered, missed } = candidate.responses;
  const days = (instantMs(market.now) - Date.parse(candidate.listedAt)) / 86_400_000;
  return {
    id: candidate.assistantId,
    agencyId: candidate.agencyId,
    active: candidate.agencyStatus === 'verified',
    duties: candidate.dutyCodes,
    skills: Object.fromEntries(candidate.skills.map(({ skillCode, level }) => [skillCode, level])),
    qualifications: [
      ...candidate.languages.flatMap(({ language, level }) =>
        languageLevels.slice(0, languageLevels.indexOf(level) + 1).map((reached) => `${language}:${reached}`),
      ),
      ...candidate.skills.flatMap(({ skillCode, level }) =>
        Array.from({ length: level }, (_, below) => `${skillCode}:${below + 1}`),
      ),
    ],
    rateEuro: comparableValue(candidate.hourlyRate, rates)!,
    clearedUntil: candidate.clearedUntil === null ? 0 : Date.parse(candidate.clearedUntil),
    capacityMinutes: candidate.weeklyCapacityMinutes,
    hours: hoursOf(candidate.weeklyHours, candidate.timeZone, market),
    standing:
      0.12 * posteriorQuality(candidate, marketplaceQuality) +
      (0.05 * (answered + 1)) / (answered + missed + 2) +
      0.05 * Math.max(0, 1 - days / 180),
  };
}

/** A need in the same terms. */
export interface PlainNeed {
  readonly duties: readonly { readonly code: string; readonly weight: number }[];
  readonly skills: readonly { readonly code: string; readonly weight: number; readonly minLevel: number }[];
  readonly qualifications: readonly string[];
  readonly capEuro: number;
  readonly lastAt: number;
  readonly hours: string;
  readonly askedHalfHours: number;
  readonly leastHalfHours: number;
  readonly excludedAgencyIds: readonly string[];
}

export function plainNeed(need: NeedToMatch, market: Market): PlainNeed {
  const { hours: asked, lines } = need;
  const skills = askedSkills(need);
  if (asked.kind !== 'weekly') throw new Error('the market asks for weekly hours');
  const hours = hoursOf(asked.weekly, asked.timeZone, market);
  const lineWeight = lines.reduce((sum, { importance }) => sum + importance, 0);
  const skillWeight = skills.reduce((sum, { importance }) => sum + importance, 0);
  return {
    duties: lines.map(({ dutyCode, importance }) => ({ code: dutyCode, weight: importance / lineWeight })),
    skills: skills.map(({ skillCode, importance, minLevel }) => ({
      code: skillCode,
      weight: importance / skillWeight,
      minLevel,
    })),
    qualifications: [
      ...need.requiredLanguages.map(({ language, minLevel }) => `${language}:${minLevel}`),
      ...need.requiredSkills.map(({ skillCode, minLevel }) => `${skillCode}:${minLevel}`),
    ],
    capEuro: comparableValue(need.hourlyRateCap, market.context().rates)!,
    lastAt: Date.parse(`${need.endsOn}T23:59:59Z`),
    hours,
    askedHalfHours: [...hours].filter((bit) => bit === '1').length,
    leastHalfHours: Math.floor(need.minOverlapMinutesPerWeek / 30),
    excludedAgencyIds: need.excludedAgencyIds,
  };
}

function hoursOf(weekly: readonly WeeklyHours[], timeZone: string, { now }: Market): string {
  const today = epochDay(now.slice(0, 10));
  const monday = today + 1 - weekdayOfEpochDay(today);
  const weekStart = monday * 1_440;
  const bits = Array.from({ length: halfHours }, () => '0');
  const spans = expandSpans(weekly, timeZone, monday - 1, monday + 7, () => true);
  for (let index = 0; index < spans.length; index += 2) {
    for (let at = Math.ceil((spans[index]! - weekStart) / 30); at * 30 + 30 <= spans[index + 1]! - weekStart; at += 1) {
      if (at >= 0 && at < halfHours) bits[at] = '1';
    }
  }
  return bits.join('');
}
