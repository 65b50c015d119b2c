/** Working minutes until the first answer of some enquiries, ascending. */
export type Waits = readonly number[];

/** Below this many enquiries a figure says more about chance than about a business. */
export const enoughEnquiries = 20;

/** Median and 90th percentile of the first answer, in whole working minutes; null where there is not enough data. */
export interface ResponseFigures {
  /** How many enquiries they are of. */
  readonly enquiries: number;
  readonly medianMinutes: number | null;
  readonly p90Minutes: number | null;
}

export const waitsOf = (minutes: readonly number[]): Waits => [...minutes].sort((a, b) => a - b);

export const hasEnough = (waits: Waits): boolean => waits.length >= enoughEnquiries;

/** The rank, from 1, of the wait within which a share of `count` enquiries was answered. */
export const rankOf = (count: number, share: number): number => Math.max(1, Math.ceil(share * count));

/**
 * The shortest wait within which at least this share of the enquiries was answered: the inverse of the empirical distribution
 * function (definition 1 of Hyndman and Fan, The American Statistician 50, 1996), so that the figure is always one that
 * somebody waited.
 */
export function quantileOf(waits: Waits, share: number): number {
  const wait = waits[rankOf(waits.length, share) - 1];
  if (wait === undefined) throw new Error('there is no quantile of nothing');
  return wait;
}

export function figuresOf(waits: Waits): ResponseFigures {
  const isKnown = hasEnough(waits);
  return {
    enquiries: waits.length,
    medianMinutes: isKnown ? quantileOf(waits, 0.5) : null,
    p90Minutes: isKnown ? quantileOf(waits, 0.9) : null,
  };
}
