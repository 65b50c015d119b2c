import type { AgencyId } from '../ids.js';
import type { Match } from './ranking-order.js';

/** The best ten are what people look at: one agency gets at most so many of them, unless too few others qualify. */
export const topPlaces = 10;
export const topPlacesPerAgency = 3;

export interface Places {
  readonly top: readonly Match[];
  /** Everybody else, the better first. */
  readonly below: readonly Match[];
}

/**
 * Those whom an agency has too many of wait until the ten are full, and come in after all when too few others qualify.
 * Within the ten the better still stands above, and so it does below them.
 * @param ranked in the order given by `order`
 */
export function spreadOverAgencies(ranked: readonly Match[], order: (a: Match, b: Match) => number): Places {
  const top: Match[] = [];
  const below: Match[] = [];
  const places = new Map<AgencyId, number>();
  for (const match of ranked) {
    const taken = places.get(match.candidate.agencyId) ?? 0;
    if (top.length < topPlaces && taken < topPlacesPerAgency) {
      places.set(match.candidate.agencyId, taken + 1);
      top.push(match);
    } else {
      below.push(match);
    }
  }
  top.push(...below.splice(0, topPlaces - top.length));
  return { top: top.sort(order), below };
}
