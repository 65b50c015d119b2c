import type { SkillWithLevel } from '../capability/capability.js';
import type { LanguageLevel } from '../capability/capability.js';
import type { Money } from '../billing/money/money.js';
import type { AgencyStatus } from '../organisation/agency.js';
import { instantOf, minuteMs } from '../time/instant.js';
import type { CalendarCache } from './calendar-cache.js';
import type { FilteredProfile } from './candidate.js';
import { besideCap, type ExchangeRates } from './exchange-rates.js';
import { type ExclusionReason, freeCapacity, speaksAt } from './filters.js';
import type { Overlap } from './overlap.js';
import type { PreparedNeed } from './prepared-need.js';

/** What somebody lacks for a need, by the one hard filter that they fail; all but what that filter is about is empty. */
export interface Shortfall {
  readonly agencyStatus: AgencyStatus | null;
  /** What is required of a language, and how well it is spoken; null where it isn't. */
  readonly languages: readonly {
    readonly language: string;
    readonly minLevel: LanguageLevel;
    readonly level: LanguageLevel | null;
  }[];
  /** What is required of a skill, and the level of the listing; null where it doesn't name the skill. */
  readonly skills: readonly {
    readonly skillCode: string;
    readonly minLevel: number;
    readonly level: number | null;
  }[];
  /** Duties of the need, none of which is offered. */
  readonly dutyCodes: readonly string[];
  /** Null for both `aboveCap` and `aboveCapBps` where the currencies can't be compared. */
  readonly rate: {
    readonly hourlyRate: Money;
    readonly hourlyRateCap: Money;
    /** In the cap's currency, where the rate is in it; null otherwise: nobody pays a converted amount. */
    readonly aboveCap: Money | null;
    /** By how much of the cap, in basis points, rounded up. */
    readonly aboveCapBps: number | null;
  } | null;
  /** Until when the workplace is cleared, null for not at all, and until when it has to be. */
  readonly clearance: { readonly clearedUntil: string | null; readonly neededUntil: string } | null;
  /** Of the week that lacks most: minutes that are free for work, or shared with the asked hours, and minutes needed. */
  readonly week: { readonly minutes: number; readonly neededMinutes: number } | null;
}

/** What somebody lacks who lacks nothing. */
export const noShortfall: Shortfall = {
  agencyStatus: null,
  languages: [],
  skills: [],
  dutyCodes: [],
  rate: null,
  clearance: null,
  week: null,
};

/** The level that a listing gives a skill; null where it doesn't name it. */
export const levelOf = (skillCode: string, skills: readonly SkillWithLevel[]): number | null =>
  skills.find((skill) => skill.skillCode === skillCode)?.level ?? null;

/** What a candidate who fails this filter lacks. @param overlap of the two, for whoever fails by it */
export function shortfallOf(
  reason: ExclusionReason,
  prepared: PreparedNeed,
  candidate: FilteredProfile,
  overlap: Overlap,
  rates: ExchangeRates,
  cache: CalendarCache,
): Shortfall {
  const { need } = prepared;
  switch (reason) {
    case 'agency-inactive':
      return { ...noShortfall, agencyStatus: candidate.agencyStatus };
    case 'conflict':
      return noShortfall;
    case 'clearance': {
      const { clearedUntil } = candidate;
      return { ...noShortfall, clearance: { clearedUntil, neededUntil: instantOf(prepared.lastMinute * minuteMs) } };
    }
    case 'language':
      return { ...noShortfall, languages: missingLanguages(prepared, candidate) };
    case 'skill':
      return { ...noShortfall, skills: missingSkills(prepared, candidate) };
    case 'rate':
      return { ...noShortfall, rate: rateBesideCap(prepared, candidate, rates) };
    case 'duties':
      return { ...noShortfall, dutyCodes: [...new Set(need.lines.map(({ dutyCode }) => dutyCode))].sort() };
    case 'capacity':
      return { ...noShortfall, week: fullestWeek(prepared, candidate, cache) };
    case 'overlap':
      return { ...noShortfall, week: { minutes: overlap.worstMinutes, neededMinutes: overlap.worstRequiredMinutes } };
    default:
      return reason satisfies never;
  }
}

/** In a sentence, for whoever is refused. */
export function shortfallText(
  filter: ExclusionReason,
  { languages, skills, rate, week, clearance }: Shortfall,
): string {
  const lacking = [
    ...languages.map(
      ({ language, minLevel, level }) => `${language} ${minLevel} is needed, ${level ?? 'none'} is spoken`,
    ),
    ...skills.map(
      ({ skillCode, minLevel, level }) => `${skillCode} ${minLevel} is needed, ${level ?? 'none'} is listed`,
    ),
    ...(typeof rate?.aboveCapBps === 'number' ? [`the rate is ${rate.aboveCapBps / 100} % above the cap`] : []),
    ...(week ? [`a week has ${week.minutes} minutes of ${week.neededMinutes} that are needed`] : []),
    ...(clearance ? [`the workplace has to be cleared until ${clearance.neededUntil}`] : []),
  ];
  return `The assistant fails the filter ${filter}${lacking.map((part, index) => (index === 0 ? `: ${part}` : `, ${part}`)).join('')}`;
}

const byCode = (a: string, b: string): number => (a < b ? -1 : 1);

function missingLanguages({ need }: PreparedNeed, { languages }: FilteredProfile): Shortfall['languages'] {
  return need.requiredLanguages
    .filter((required) => !speaksAt(required, languages))
    .map(({ language, minLevel }) => {
      const level = languages.find((spoken) => spoken.language === language)?.level ?? null;
      return { language, minLevel, level };
    })
    .sort((a, b) => byCode(a.language, b.language));
}

function missingSkills({ need }: PreparedNeed, { skills }: FilteredProfile): Shortfall['skills'] {
  return need.requiredSkills
    .map(({ skillCode, minLevel }) => ({ skillCode, minLevel, level: levelOf(skillCode, skills) }))
    .filter(({ level, minLevel }) => level === null || level < minLevel)
    .sort((a, b) => byCode(a.skillCode, b.skillCode));
}

function rateBesideCap(
  prepared: PreparedNeed,
  { hourlyRate }: FilteredProfile,
  rates: ExchangeRates,
): Shortfall['rate'] {
  const { hourlyRateCap } = prepared.need;
  const compared = besideCap(prepared, hourlyRate, rates);
  const { currency } = hourlyRateCap;
  const aboveCap =
    hourlyRate.currency === currency
      ? { amountMinor: hourlyRate.amountMinor - hourlyRateCap.amountMinor, currency }
      : null;
  const aboveCapBps = compared && Math.ceil((10_000 * (compared.price - compared.cap)) / compared.cap);
  return { hourlyRate, hourlyRateCap, aboveCap, aboveCapBps };
}

function fullestWeek(prepared: PreparedNeed, candidate: FilteredProfile, cache: CalendarCache): Shortfall['week'] {
  let worst = { minutes: 0, neededMinutes: 0 };
  let slack = Infinity;
  for (const { free, required } of freeCapacity(prepared, candidate, cache)) {
    if (free - required >= slack) continue;
    slack = free - required;
    worst = { minutes: Math.max(0, free), neededMinutes: required };
  }
  return worst;
}
