import type { Candidate } from './candidate.js';
import { besideCap } from './exchange-rates.js';
import type { ExclusionReason } from './filters.js';
import { seededRandom } from './seeded-random.js';
import type { Overlap } from './overlap.js';
import type { MatchingContext, PreparedNeed } from './prepared-need.js';
import { dutyCoverage, type MatchScore, skillFit } from './score.js';

/** Somebody who passes every hard filter, with what was found on the way. */
export interface Match {
  readonly candidate: Candidate;
  readonly overlap: Overlap;
  readonly score: MatchScore;
}

/** Somebody who fails exactly one of them. */
export interface Miss extends Match {
  readonly failedFilter: ExclusionReason;
}

/** All that an order is made of. */
export interface Scored {
  readonly candidate: Candidate;
  readonly score: Pick<MatchScore, 'total'>;
}

/**
 * The better first. Equal scores, to the millionth, are settled by coverage, skills, the lower rate, and in the end a random
 * number seeded with need and assistant, which favours nobody in the long run. No two assistants are equal.
 */
export function rankingOrder(prepared: PreparedNeed, { rates }: MatchingContext): (a: Scored, b: Scored) => number {
  const { need } = prepared;
  const price = ({ candidate }: Scored): number => besideCap(prepared, candidate.hourlyRate, rates)?.price ?? Infinity;
  const tieBreaker = ({ candidate }: Scored): number => seededRandom('order', need.needId, candidate.assistantId);
  return (a, b) =>
    b.score.total - a.score.total ||
    ascending(dutyCoverage(need, b.candidate), dutyCoverage(need, a.candidate)) ||
    ascending(skillFit(need, b.candidate), skillFit(need, a.candidate)) ||
    ascending(price(a), price(b)) ||
    ascending(tieBreaker(a), tieBreaker(b)) ||
    (a.candidate.assistantId < b.candidate.assistantId ? -1 : 1);
}

/** Also for prices that can't be compared, which are infinite: a difference of two of them would be no number. */
const ascending = (a: number, b: number): number => (a < b ? -1 : a > b ? 1 : 0);
