import type { Gap } from './record-queries';

export type GapPlace = Pick<Gap, 'kind' | 'month'>;

/** What is missing, by what it is and the month. */
export interface GapGrid {
  /** A line each. */
  readonly kinds: readonly Gap['kind'][];
  readonly at: (place: GapPlace) => readonly Gap[];
}

export const isSamePlace = (one: GapPlace | null, other: GapPlace): boolean =>
  one?.kind === other.kind && one.month === other.month;

export const gapGridOf = (gaps: readonly Gap[]): GapGrid => ({
  kinds: [...new Set(gaps.map(({ kind }) => kind))].toSorted(),
  at: (place) => gaps.filter((gap) => isSamePlace(gap, place)),
});
