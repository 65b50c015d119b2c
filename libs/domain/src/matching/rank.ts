import { CalendarCache } from './calendar-cache.js';
import type { Candidate, NeedToMatch } from './candidate.js';
import { composeShortlist, defaultRankingLimits, type RankingLimits, type Shortlist } from './compose-shortlist.js';
import { type ExclusionReason, judge } from './filters.js';
import { type MatchingContext, prepareNeed } from './prepared-need.js';
import type { Match, Miss } from './ranking-order.js';
import { scoreOf } from './score.js';

/**
 * Filters, scores and ranks everybody, one by one: what any quicker way has to give to the byte. The same facts in any
 * order give the same shortlist.
 * @param onExcluded hears of each who is excluded, with the first filter that they fail
 * @throws DomainError `time.…` for a need that was never checked
 */
export function rank(
  need: NeedToMatch,
  candidates: Iterable<Candidate>,
  context: MatchingContext,
  cache: CalendarCache = new CalendarCache(),
  limits: RankingLimits = defaultRankingLimits,
  onExcluded: (candidate: Candidate, reason: ExclusionReason) => void = () => undefined,
): Shortlist {
  const prepared = prepareNeed(need, context);
  const matches: Match[] = [];
  const misses: Miss[] = [];
  const excluded = new Map<ExclusionReason, number>();
  let considered = 0;
  for (const candidate of candidates) {
    considered += 1;
    const { failed, overlap } = judge(prepared, candidate, context.rates, cache);
    const [failedFilter] = failed;
    if (failedFilter !== undefined) {
      excluded.set(failedFilter, (excluded.get(failedFilter) ?? 0) + 1);
      onExcluded(candidate, failedFilter);
    }
    if (overlap === null || failed.length > 1) continue;
    const match = { candidate, overlap, score: scoreOf(prepared, candidate, overlap, context) };
    if (failedFilter === undefined) matches.push(match);
    else misses.push({ ...match, failedFilter });
  }
  return composeShortlist(prepared, { matches, misses, considered, excluded }, context, cache, limits);
}
