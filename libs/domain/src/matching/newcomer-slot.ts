import { dayMs } from '../time/instant.js';
import type { Candidate, NeedToMatch } from './candidate.js';
import { seededRandom } from './seeded-random.js';
import type { Match } from './ranking-order.js';
import { wholeScore } from './score.js';
import { type Places, topPlaces, topPlacesPerAgency } from './top-places.js';

/** A newcomer has fewer reviews than this, and was listed at most so many days ago. */
export const newcomerReviews = 3;
export const newcomerDays = 60;
/** Close is who is at most so much of score below the tenth. */
export const newcomerDistance = 0.05;
/** The draw is among so many newcomers, the best below the ten. */
export const newcomersInTheDraw = 5;
/** How often the tenth place is given away at all, where there is somebody to give it to. */
export const newcomerSlotChance = 0.5;

/** That somebody has the tenth place by a random draw, and with which chance: so that clicks on it can be weighed. */
export interface NewcomerSlot {
  /** How probable it was that this very newcomer got the place: 0 (not included) to 1. */
  readonly chance: number;
}

export function isNewcomer({ reviews, listedAt }: Pick<Candidate, 'reviews' | 'listedAt'>, now: string): boolean {
  return reviews.count < newcomerReviews && Date.parse(now) - Date.parse(listedAt) <= newcomerDays * dayMs;
}

/**
 * Without work no reviews, and without reviews no work: so the tenth place goes now and then to a newcomer who would have
 * stood a little below. One draw, seeded with the need, decides whether; one seeded with need and assistant, for whom.
 * Null where the place stays with the tenth: by that draw, because that is a newcomer already, or because nobody is close
 * whose agency has room among the other nine.
 */
export function drawNewcomer(
  { top, below }: Places,
  { needId }: NeedToMatch,
  now: string,
): (NewcomerSlot & { readonly newcomer: Match }) | null {
  const tenth = top[topPlaces - 1];
  if (tenth === undefined || isNewcomer(tenth.candidate, now)) return null;
  if (seededRandom('newcomer slot', needId) >= newcomerSlotChance) return null;
  const others = top.slice(0, topPlaces - 1);
  const lowest = tenth.score.total - newcomerDistance * wholeScore;
  const hasRoom = ({ candidate: { agencyId } }: Match): boolean =>
    others.filter(({ candidate }) => candidate.agencyId === agencyId).length < topPlacesPerAgency;
  const drawn = below
    .filter(({ candidate }) => isNewcomer(candidate, now))
    .slice(0, newcomersInTheDraw)
    .filter((match) => match.score.total >= lowest && hasRoom(match))
    .map((newcomer) => ({ newcomer, draw: seededRandom('newcomer', needId, newcomer.candidate.assistantId) }));
  const [first, ...rest] = drawn;
  if (first === undefined) return null;
  const { newcomer } = rest.reduce((best, next) => (next.draw < best.draw ? next : best), first);
  return { newcomer, chance: newcomerSlotChance / drawn.length };
}
