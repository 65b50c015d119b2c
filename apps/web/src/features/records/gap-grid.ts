import type { Gap, Month } from './record-queries';

export type GapPlace = Pick<Gap, 'kind' | 'month'>;

/** What is missing, by what it is and the month. */
export interface GapGrid {
  /** A line each. */
  readonly kinds: readonly Gap['kind'][];
  /** How many there are; those that are told singly may be fewer. */
  readonly count: (place: GapPlace) => number;
  readonly at: (place: GapPlace) => readonly Gap[];
}

export const isSamePlace = (one: GapPlace | null, other: GapPlace): boolean =>
  one?.kind === other.kind && one.month === other.month;

export const gapGridOf = (months: readonly Month[], gaps: readonly Gap[]): GapGrid => ({
  kinds: kindsOf(months),
  count: ({ kind, month }) => months.find((line) => line.month === month)?.checklist[kind] ?? 0,
  at: (place) => gaps.filter((gap) => isSamePlace(gap, place)),
});

/** The kinds of which anything is missing in these months. */
export const kindsOf = (months: readonly Month[]): Gap['kind'][] => {
  const found = months.flatMap(({ checklist }) => Object.entries(checklist).filter(([, count]) => count > 0));
  return [...new Set(found.map(([kind]) => kind as Gap['kind']))].toSorted();
};
