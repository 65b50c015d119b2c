import { languageLevels, type SpokenLanguage } from '../capability/capability.js';
import type { RequiredLanguage } from '../need/need.js';
import type { CalendarCache } from './calendar-cache.js';
import type { FilteredProfile } from './candidate.js';
import { type Spans, unionOfSpans } from '../time/spans.js';
import { besideCap, type ExchangeRates } from './exchange-rates.js';
import { type Overlap, overlapOf } from './overlap.js';
import type { PreparedNeed } from './prepared-need.js';

/** Why an assistant can't be on a shortlist, in the order in which they are looked at. */
export const exclusionReasons = [
  'agency-inactive',
  'conflict',
  'clearance',
  'language',
  'skill',
  'rate',
  'duties',
  'capacity',
  'overlap',
] as const;
export type ExclusionReason = (typeof exclusionReasons)[number];

/** Those that take a look into the calendar of each assistant. */
export const calendarFilters: ReadonlySet<ExclusionReason> = new Set(['capacity', 'overlap']);

type Passes = (
  prepared: PreparedNeed,
  candidate: FilteredProfile,
  rates: ExchangeRates,
  cache: CalendarCache,
) => boolean;

/** The hard filters but the overlap, each by itself. */
export const filters: Readonly<Record<Exclude<ExclusionReason, 'overlap'>, Passes>> = {
  'agency-inactive': (_, { agencyStatus }) => agencyStatus === 'verified',
  conflict: ({ need }, { agencyId }) => !need.excludedAgencyIds.includes(agencyId),
  clearance: ({ lastMinute }, { clearedUntil }) =>
    clearedUntil !== null && Date.parse(clearedUntil) >= lastMinute * 60_000,
  language: ({ need }, { languages }) => need.requiredLanguages.every((required) => speaksAt(required, languages)),
  skill: ({ need }, { skills }) =>
    need.requiredSkills.every(({ skillCode, minLevel }) =>
      skills.some((skill) => skill.skillCode === skillCode && skill.level >= minLevel),
    ),
  rate: (prepared, { hourlyRate }, rates) => {
    const cap = prepared.need.hourlyRateCap;
    if (hourlyRate.currency === cap.currency) return hourlyRate.amountMinor <= cap.amountMinor;
    const compared = besideCap(prepared, hourlyRate, rates);
    return compared !== null && compared.price <= compared.cap;
  },
  duties: ({ dutyCodes }, candidate) => candidate.dutyCodes.some((code) => dutyCodes.has(code)),
  capacity: hasCapacity,
};
const filtersInOrder = Object.entries(filters) as [keyof typeof filters, Passes][];

/** Whether a language is spoken at the required level or better. */
export function speaksAt({ language, minLevel }: RequiredLanguage, languages: readonly SpokenLanguage[]): boolean {
  const spoken = languages.find((known) => known.language === language);
  return spoken !== undefined && languageLevels.indexOf(spoken.level) >= languageLevels.indexOf(minLevel);
}

export interface Verdict {
  /** At most two are looked for: one makes a near miss, two are neither a match nor a near miss. */
  readonly failed: readonly ExclusionReason[];
  /** Null when two filters had failed before it was looked at. */
  readonly overlap: Overlap | null;
}

/** Holds a candidate against the hard filters, the cheap ones first. */
export function judge(
  prepared: PreparedNeed,
  candidate: FilteredProfile,
  rates: ExchangeRates,
  cache: CalendarCache,
): Verdict {
  const failed: ExclusionReason[] = [];
  for (const [reason, passes] of filtersInOrder) {
    if (passes(prepared, candidate, rates, cache)) continue;
    failed.push(reason);
    if (failed.length === 2) return { failed, overlap: null };
  }
  const overlap = overlapOf(prepared, workingTime(prepared, candidate, cache), takenTime(candidate));
  if (!overlap.sufficient) failed.push('overlap');
  return { failed, overlap };
}

const noTime = new Int32Array();

/** Working time from the first asked hour to the last. */
export function workingTime(
  { spans, lastMinute }: PreparedNeed,
  candidate: FilteredProfile,
  cache: CalendarCache,
): Int32Array {
  // A need whose hours are all over must not make the cache reach back to 1970.
  return spans.length === 0 ? noTime : cache.workingSpans(candidate, spans[0]!, lastMinute);
}

/** Time in which nothing can be booked any more, whatever takes it. */
export const takenTime = ({ busy, elsewhere }: Pick<FilteredProfile, 'busy' | 'elsewhere'>): Spans =>
  unionOfSpans(busy, elsewhere);

/** Minutes that aren't booked yet in every week of the assistant's own zone, and what the need takes of that week. */
export function* freeCapacity(prepared: PreparedNeed, candidate: FilteredProfile, cache: CalendarCache) {
  const booked = cache.bookedByWeek(candidate);
  for (const [week, required] of prepared.requiredCapacity(candidate.timeZone)) {
    yield { free: candidate.weeklyCapacityMinutes - (booked.get(week) ?? 0), required };
  }
}

function hasCapacity(
  prepared: PreparedNeed,
  candidate: FilteredProfile,
  _: ExchangeRates,
  cache: CalendarCache,
): boolean {
  for (const { free, required } of freeCapacity(prepared, candidate, cache)) if (free < required) return false;
  return true;
}
