import { languageLevels } from '../capability/capability.js';
import { CalendarCache } from './calendar-cache.js';
import type { Candidate, NeedToMatch } from './candidate.js';
import { comparableValue, type ExchangeRates } from './exchange-rates.js';
import { freeCapacity, type NeedWeek, type Overlap, overlapOf, weeksOfNeed } from './overlap.js';

/** Why an assistant can't be on a shortlist, in the order in which they are looked at. */
export const exclusionReasons = [
  'agency-inactive',
  'conflict',
  'clearance',
  'language',
  'rate',
  'duties',
  'capacity',
  'overlap',
] as const;
export type ExclusionReason = (typeof exclusionReasons)[number];

/** A need with what follows from it alone, worked out once for all candidates. */
export interface PreparedNeed {
  readonly need: NeedToMatch;
  readonly weeks: readonly NeedWeek[];
  /** UTC minute at which the last asked hour ends; the clearance has to outlive it. */
  readonly lastMinute: number;
  /** The most required in any week. */
  readonly requiredMinutes: number;
  /** The cap in euros, for comparing; null when there is no rate for its currency. */
  readonly capValue: number | null;
  readonly dutyCodes: ReadonlySet<string>;
}

export function prepareNeed(need: NeedToMatch, rates: ExchangeRates): PreparedNeed {
  const weeks = weeksOfNeed(need);
  return {
    need,
    weeks,
    lastMinute: weeks.reduce((latest, { spans }) => Math.max(latest, spans[spans.length - 1]!), 0),
    requiredMinutes: weeks.reduce((most, { requiredMinutes }) => Math.max(most, requiredMinutes), 0),
    capValue: comparableValue(need.hourlyRateCap, rates),
    dutyCodes: new Set(need.lines.map((line) => line.dutyCode)),
  };
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
  candidate: Candidate,
  rates: ExchangeRates,
  cache: CalendarCache,
): Verdict {
  const failed: ExclusionReason[] = [];
  if (candidate.agencyStatus !== 'verified') failed.push('agency-inactive');
  if (prepared.need.excludedAgencyIds.includes(candidate.agencyId)) failed.push('conflict');
  if (!isClearedFor(prepared, candidate)) failed.push('clearance');
  if (!speaksAll(prepared.need, candidate)) failed.push('language');
  if (failed.length < 2 && !isWithinCap(prepared, candidate, rates)) failed.push('rate');
  if (failed.length < 2 && !candidate.dutyCodes.some((code) => prepared.dutyCodes.has(code))) failed.push('duties');
  if (failed.length < 2 && freeCapacity(prepared.weeks, candidate) < prepared.requiredMinutes) failed.push('capacity');
  if (failed.length >= 2) return { failed: failed.slice(0, 2), overlap: null };
  const overlap = overlapOf(prepared.weeks, candidate, cache);
  if (!overlap.sufficient) failed.push('overlap');
  return { failed, overlap };
}

function isClearedFor({ lastMinute }: PreparedNeed, { clearedUntil }: Candidate): boolean {
  return clearedUntil !== null && Date.parse(clearedUntil) >= lastMinute * 60_000;
}

function speaksAll(need: NeedToMatch, candidate: Candidate): boolean {
  return need.requiredLanguages.every(({ language, minLevel }) => {
    const spoken = candidate.languages.find((known) => known.language === language);
    return spoken !== undefined && languageLevels.indexOf(spoken.level) >= languageLevels.indexOf(minLevel);
  });
}

function isWithinCap({ capValue, need }: PreparedNeed, { hourlyRate }: Candidate, rates: ExchangeRates): boolean {
  if (hourlyRate.currency === need.hourlyRateCap.currency) {
    return hourlyRate.amountMinor <= need.hourlyRateCap.amountMinor;
  }
  const value = comparableValue(hourlyRate, rates);
  return value !== null && capValue !== null && value <= capValue;
}
