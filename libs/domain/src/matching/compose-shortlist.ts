import type { AgencyId, AssistantId } from '../ids.js';
import type { CalendarCache } from './calendar-cache.js';
import { explain, type RankedAssistant } from './explanation.js';
import { calendarFilters, type ExclusionReason, exclusionReasons } from './filters.js';
import { drawNewcomer, type NewcomerSlot } from './newcomer-slot.js';
import type { MatchingContext, PreparedNeed } from './prepared-need.js';
import { type Match, type Miss, rankingOrder } from './ranking-order.js';
import { wholeScore } from './score.js';
import { type Shortfall, shortfallOf } from './shortfall.js';
import { type Places, spreadOverAgencies, topPlaces } from './top-places.js';

/** Somebody who fails exactly one hard filter. */
export interface NearMiss {
  readonly assistantId: AssistantId;
  readonly agencyId: AgencyId;
  readonly failedFilter: ExclusionReason;
  readonly shortfall: Shortfall;
  /** What the score would be without that filter, 0 to 1. */
  readonly score: number;
}

export interface Shortlist {
  readonly entries: readonly RankedAssistant[];
  readonly nearMisses: readonly NearMiss[];
  /** How many are listed: all of them were looked at. */
  readonly considered: number;
  /**
   * How many failed which filter first. `capacity` and `overlap`, which take a look into every calendar, are counted only
   * when fewer qualify than the shortlist has places; otherwise nobody is a near miss by them either.
   */
  readonly excluded: Readonly<Partial<Record<ExclusionReason, number>>>;
}

export interface RankingLimits {
  readonly entries: number;
  readonly nearMisses: number;
  /** Whether the tenth place may go to a newcomer (see drawNewcomer). */
  readonly newcomerSlot: boolean;
  /** Whether `capacity` and `overlap` are told of everybody, also when the shortlist is full. */
  readonly everyCalendar: boolean;
}
export const defaultRankingLimits: RankingLimits = {
  entries: 20,
  nearMisses: 5,
  newcomerSlot: true,
  everyCalendar: false,
};

/** What was found out about the candidates for a need. */
export interface Findings {
  readonly matches: readonly Match[];
  readonly misses: readonly Miss[];
  readonly considered: number;
  readonly excluded: ReadonlyMap<ExclusionReason, number>;
}

/**
 * Makes a shortlist out of findings in any order. Not everybody has to be among them; the same bytes come out when at
 * least these are, by `rankingOrder`:
 * - the best `max(limits.entries, topPlaces)` matches;
 * - the best `topPlaces` matches with at most `topPlacesPerAgency` of one agency;
 * - of the newcomers the best `topPlaces + newcomersInTheDraw`;
 * - the best `limits.nearMisses` misses; those by a calendar filter only while fewer match than `limits.entries`.
 * The counts are of everybody, those of the calendar filters again only while fewer match than `limits.entries`.
 */
export function composeShortlist(
  prepared: PreparedNeed,
  findings: Findings,
  context: MatchingContext,
  cache: CalendarCache,
  limits: RankingLimits,
): Shortlist {
  const order = rankingOrder(prepared, context);
  const isFull = !limits.everyCalendar && findings.matches.length >= limits.entries;
  const isTold = (reason: ExclusionReason): boolean => !(isFull && calendarFilters.has(reason));
  const places = spreadOverAgencies([...findings.matches].sort(order), order);
  return {
    entries: placed(places, prepared, context, limits).map(({ match, newcomerSlot }, index) => {
      const { candidate, overlap, score } = match;
      return {
        rank: index + 1,
        assistantId: candidate.assistantId,
        agencyId: candidate.agencyId,
        score: score.total / wholeScore,
        instantBooking: candidate.instantBooking,
        newcomerSlot,
        explanation: explain(prepared, candidate, overlap, score, cache),
      };
    }),
    nearMisses: findings.misses
      .filter(({ failedFilter }) => isTold(failedFilter))
      .sort(order)
      .slice(0, limits.nearMisses)
      .map(({ candidate, overlap, score, failedFilter }) => ({
        assistantId: candidate.assistantId,
        agencyId: candidate.agencyId,
        failedFilter,
        shortfall: shortfallOf(failedFilter, prepared, candidate, overlap, context.rates, cache),
        score: score.total / wholeScore,
      })),
    considered: findings.considered,
    // In the order of the filters and not of the candidates, so that the same counts are the same bytes.
    excluded: Object.fromEntries(
      exclusionReasons
        .filter((reason) => findings.excluded.has(reason) && isTold(reason))
        .map((reason) => [reason, findings.excluded.get(reason)]),
    ),
  };
}

interface Placed {
  readonly match: Match;
  readonly newcomerSlot: NewcomerSlot | null;
}

/** Whoever gets the newcomers' slot comes to the tenth place; all others keep their order. */
function placed(
  { top, below }: Places,
  { need }: PreparedNeed,
  { now }: MatchingContext,
  { entries, newcomerSlot }: RankingLimits,
): readonly Placed[] {
  const ordinary = (match: Match): Placed => ({ match, newcomerSlot: null });
  const drawn = newcomerSlot ? drawNewcomer({ top, below }, need, now) : null;
  if (drawn === null) return [...top, ...below].slice(0, entries).map(ordinary);
  const { newcomer, chance } = drawn;
  const others = [...top, ...below.filter((match) => match !== newcomer)].map(ordinary);
  return others.toSpliced(topPlaces - 1, 0, { match: newcomer, newcomerSlot: { chance } }).slice(0, entries);
}
