import { CalendarCache } from './calendar-cache.js';
import type { FilteredProfile, NeedToMatch } from './candidate.js';
import { type ExclusionReason, judge, takenTime, workingTime } from './filters.js';
import { overlapOf } from './overlap.js';
import { type FilterContext, prepareNeed } from './prepared-need.js';
import { type Shortfall, shortfallOf } from './shortfall.js';

/** Why somebody can't have the work of a need: the first hard filter that they fail, and what they lack. */
export interface Disqualification {
  readonly filter: ExclusionReason;
  readonly shortfall: Shortfall;
}

/**
 * Holds one assistant against the hard filters of a need, as they are when somebody is about to be bound by it. Null for
 * whoever passes them all: the same verdict as the shortlist's, of what is known now.
 * @throws DomainError `time.…` for a need that was never checked
 */
export function disqualificationOf(
  need: NeedToMatch,
  profile: FilteredProfile,
  context: FilterContext,
): Disqualification | null {
  const prepared = prepareNeed(need, context);
  const cache = new CalendarCache(1);
  const [filter] = judge(prepared, profile, context.rates, cache).failed;
  if (filter === undefined) return null;
  const overlap = overlapOf(prepared, workingTime(prepared, profile, cache), takenTime(profile));
  return { filter, shortfall: shortfallOf(filter, prepared, profile, overlap, context.rates, cache) };
}
