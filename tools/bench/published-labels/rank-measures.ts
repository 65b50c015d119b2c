/** Whether the first ten of a ranking are those that are meant, each 0 to 1. */
export interface RankMeasures {
  /** Normalised discounted cumulative gain, where each one that is meant counts 1, less by the logarithm of its place. */
  readonly ndcg10: number;
  /** R-precision at ten: of those that are meant, as many as ten can hold, the part among the first ten. */
  readonly rp10: number;
}

const depth = 10;
const discounted = (found: readonly boolean[]): number =>
  found.reduce((sum, isMeant, place) => sum + (isMeant ? 1 / Math.log2(place + 2) : 0), 0);

export function measureFirstTen(ranked: readonly string[], relevant: ReadonlySet<string>): RankMeasures {
  const found = ranked.slice(0, depth).map((id) => relevant.has(id));
  const most = Math.min(depth, relevant.size);
  if (most === 0) return { ndcg10: 0, rp10: 0 };
  return {
    ndcg10: discounted(found) / discounted(Array.from({ length: most }, () => true)),
    rp10: found.filter(Boolean).length / most,
  };
}
