import type { Relevant } from './judged-sets.js';

/** How good a ranking of ids is, each 0 to 1. */
export interface Measures {
  /** Normalised discounted cumulative gain of the first five: a grade counts 2^grade - 1, less by the logarithm of its place. */
  readonly ndcg5: number;
  /** 1 when the first is what is meant or clearly part of it (grade 2 or 3). */
  readonly hit1: number;
  /** Of the relevant ones, as many as five can hold, the part among the first five. */
  readonly recall5: number;
}

const depth = 5;
const gainOf = (grade: number): number => 2 ** grade - 1;
const discounted = (gains: readonly number[]): number =>
  gains.slice(0, depth).reduce((sum, gain, place) => sum + gain / Math.log2(place + 2), 0);

export function measure(ranked: readonly string[], relevant: Relevant): Measures {
  const grades = Object.values(relevant).sort((one, other) => other - one);
  const found = ranked.slice(0, depth).map((id) => relevant[id] ?? 0);
  const best = discounted(grades.map(gainOf));
  return {
    ndcg5: best === 0 ? 0 : discounted(found.map(gainOf)) / best,
    hit1: (found[0] ?? 0) >= 2 ? 1 : 0,
    recall5: found.filter((grade) => grade > 0).length / Math.max(1, Math.min(depth, grades.length)),
  };
}

export const meanOf = (values: readonly number[]): number =>
  values.length === 0 ? Number.NaN : values.reduce((sum, value) => sum + value, 0) / values.length;
