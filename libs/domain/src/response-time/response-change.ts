import { hasEnough, quantileOf, rankOf, type Waits } from './response-figures.js';
import { SeededDraws } from './seeded-draws.js';

/** By how much the first answer came sooner or later than before, with the interval that chance leaves. */
export interface QuantileChange {
  /** Working minutes since minus before: negative is faster. */
  readonly minutes: number;
  readonly lowMinutes: number;
  readonly highMinutes: number;
  /** What the interval allows to say; where it holds zero, nothing. */
  readonly verdict: 'better' | 'worse' | 'unclear';
}

export interface ResponseChange {
  readonly median: QuantileChange;
  readonly p90: QuantileChange;
}

/** Samples that are drawn, and how many of the hundred lie within the interval. */
export const bootstrap = { samples: 1_999, confidencePercent: 95 } as const;

/**
 * Compares two sets of waits; null where either has not enough.
 *
 * The interval is that of the percentile bootstrap (Efron and Tibshirani, An Introduction to the Bootstrap, 1993, chapter 13) of the
 * difference between two independent samples. No sample is drawn enquiry by enquiry: the k-th smallest of n draws from a sample
 * is its quantile at the k-th smallest of n uniform numbers, and that one is distributed as Beta(k, n + 1 - k) (David and
 * Nagaraja, Order Statistics, 2003, 2.2). So it costs the same for a hundred enquiries as for a hundred thousand.
 * @param seed the same seed and the same waits give the same interval
 */
export function responseChangeOf(before: Waits, since: Waits, seed: string): ResponseChange | null {
  if (!hasEnough(before) || !hasEnough(since)) return null;
  const draws = new SeededDraws(seed);
  return { median: changeOf(before, since, 0.5, draws), p90: changeOf(before, since, 0.9, draws) };
}

function changeOf(before: Waits, since: Waits, share: number, draws: SeededDraws): QuantileChange {
  const differences = Array.from(
    { length: bootstrap.samples },
    () => drawnQuantile(since, share, draws) - drawnQuantile(before, share, draws),
  ).sort((a, b) => a - b);
  const outside = (1 - bootstrap.confidencePercent / 100) / 2;
  const [lowMinutes, highMinutes] = [quantileOf(differences, outside), quantileOf(differences, 1 - outside)];
  const minutes = quantileOf(since, share) - quantileOf(before, share);
  return { minutes, lowMinutes, highMinutes, verdict: verdictOf(lowMinutes, highMinutes) };
}

/** The quantile of as many draws from the waits as there are. */
function drawnQuantile(waits: Waits, share: number, draws: SeededDraws): number {
  const rank = rankOf(waits.length, share);
  const place = Math.floor(draws.beta(rank, waits.length + 1 - rank) * waits.length);
  return waits[Math.min(place, waits.length - 1)]!;
}

function verdictOf(low: number, high: number): QuantileChange['verdict'] {
  if (high < 0) return 'better';
  return low > 0 ? 'worse' : 'unclear';
}
