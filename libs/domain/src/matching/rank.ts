import type { AgencyId, AssistantId } from '../ids.js';
import { CalendarCache } from './calendar-cache.js';
import type { Candidate, NeedToMatch } from './candidate.js';
import { comparableValue } from './exchange-rates.js';
import { explain, type RankedAssistant } from './explanation.js';
import { type ExclusionReason, exclusionReasons, judge } from './filters.js';
import type { Overlap } from './overlap.js';
import { type MatchingContext, type PreparedNeed, prepareNeed } from './prepared-need.js';
import { dutyCoverage, type MatchScore, scoreOf, skillFit, wholeScore } from './score.js';

/** Somebody who fails exactly one hard filter. */
export interface NearMiss {
  readonly assistantId: AssistantId;
  readonly agencyId: AgencyId;
  readonly failedFilter: ExclusionReason;
  /** What the score would be without that filter, 0 to 1. */
  readonly score: number;
}

export interface Shortlist {
  readonly entries: readonly RankedAssistant[];
  readonly nearMisses: readonly NearMiss[];
  /** How many were looked at, and how many failed which filter first. */
  readonly considered: number;
  readonly excluded: Readonly<Partial<Record<ExclusionReason, number>>>;
}

export interface RankingLimits {
  readonly entries: number;
  readonly nearMisses: number;
}
export const defaultRankingLimits: RankingLimits = { entries: 20, nearMisses: 5 };

/** The best ten are what people look at: one agency gets at most so many of them, unless too few others qualify. */
const topPlaces = 10;
const topPlacesPerAgency = 3;

interface Scored {
  readonly candidate: Candidate;
  readonly overlap: Overlap;
  readonly score: MatchScore;
}

/**
 * Filters, scores and ranks. The same facts in any order give the same shortlist: ties are settled by coverage, skills,
 * the lower rate, and in the end a hash of need and assistant, which favours nobody in the long run.
 */
export function rank(
  need: NeedToMatch,
  candidates: Iterable<Candidate>,
  context: MatchingContext,
  cache: CalendarCache = new CalendarCache(),
  limits: RankingLimits = defaultRankingLimits,
): Shortlist {
  const prepared = prepareNeed(need, context);
  const qualified: Scored[] = [];
  const missed: (Scored & { failedFilter: ExclusionReason })[] = [];
  const excluded = new Map<ExclusionReason, number>();
  let considered = 0;
  for (const candidate of candidates) {
    considered += 1;
    const { failed, overlap } = judge(prepared, candidate, context.rates, cache);
    const [failedFilter] = failed;
    if (failedFilter !== undefined) excluded.set(failedFilter, (excluded.get(failedFilter) ?? 0) + 1);
    if (overlap === null || failed.length > 1) continue;
    const scored = { candidate, overlap, score: scoreOf(prepared, candidate, overlap, context) };
    if (failedFilter === undefined) qualified.push(scored);
    else missed.push({ ...scored, failedFilter });
  }
  const order = ordering(prepared, context);
  const top = spreadOverAgencies(qualified.sort(order), order).slice(0, limits.entries);
  return {
    entries: top.map(({ candidate, overlap, score }, index) => ({
      rank: index + 1,
      assistantId: candidate.assistantId,
      agencyId: candidate.agencyId,
      score: score.total / wholeScore,
      instantBooking: candidate.instantBooking,
      explanation: explain(prepared, candidate, overlap, score, cache),
    })),
    nearMisses: missed
      .sort(order)
      .slice(0, limits.nearMisses)
      .map(({ candidate, score, failedFilter }) => ({
        assistantId: candidate.assistantId,
        agencyId: candidate.agencyId,
        failedFilter,
        score: score.total / wholeScore,
      })),
    considered,
    excluded: inOrder(excluded),
  };
}

/** In the order of the filters and not of the candidates, so that the same counts are the same bytes. */
function inOrder(counts: ReadonlyMap<ExclusionReason, number>): Partial<Record<ExclusionReason, number>> {
  return Object.fromEntries(
    exclusionReasons.filter((reason) => counts.has(reason)).map((reason) => [reason, counts.get(reason)]),
  );
}

function ordering({ need }: PreparedNeed, { rates }: MatchingContext): (a: Scored, b: Scored) => number {
  const rateOf = (scored: Scored): number => comparableValue(scored.candidate.hourlyRate, rates) ?? Infinity;
  const lot = (scored: Scored): number => fnv1a(`${need.needId}:${scored.candidate.assistantId}`);
  return (a, b) =>
    b.score.total - a.score.total ||
    dutyCoverage(need, b.candidate) - dutyCoverage(need, a.candidate) ||
    skillFit(need, b.candidate) - skillFit(need, a.candidate) ||
    rateOf(a) - rateOf(b) ||
    lot(a) - lot(b) ||
    (a.candidate.assistantId < b.candidate.assistantId ? -1 : 1);
}

/**
 * Those whom an agency has too many of wait until the ten are full, and come in after all when too few others qualify.
 * Within the ten the better still stands above, and so it does below them.
 */
function spreadOverAgencies(ranked: readonly Scored[], order: (a: Scored, b: Scored) => number): Scored[] {
  const top: Scored[] = [];
  const later: Scored[] = [];
  const places = new Map<AgencyId, number>();
  for (const scored of ranked) {
    const taken = places.get(scored.candidate.agencyId) ?? 0;
    if (top.length < topPlaces && taken < topPlacesPerAgency) {
      places.set(scored.candidate.agencyId, taken + 1);
      top.push(scored);
    } else {
      later.push(scored);
    }
  }
  top.push(...later.splice(0, topPlaces - top.length));
  return [...top.sort(order), ...later];
}

/** FNV-1a, 32 bits: a lot that is drawn the same way every time. */
function fnv1a(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  }
  return hash >>> 0;
}
