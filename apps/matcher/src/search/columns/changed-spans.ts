import { firstSpanEndingAfter, type Spans, spansOf, subtractSpans } from '#domain';

/** A part of a list of spans, by its indexes, and what stands there instead. */
export interface ChangedSpans {
  readonly from: number;
  readonly to: number;
  readonly spans: readonly number[];
}

/**
 * What becomes of `spans` where `covered` is looked at anew and `taken` of it is found: only the pairs that touch it are gone
 * through. All are disjoint and in order, as the result is when it is put in.
 */
export function changedSpans(spans: Spans, covered: Spans, taken: Spans): ChangedSpans {
  if (covered.length === 0) return { from: 0, to: 0, spans: [] };
  // A pair that ends or begins where the covered time does may grow together with what is taken there.
  const from = firstSpanEndingAfter(spans, covered[0]! - 1);
  let to = from;
  while (to < spans.length && spans[to]! <= covered.at(-1)!) to += 2;
  const left = subtractSpans(spans.slice(from, to), covered);
  return { from, to, spans: spansOf([...pairsOf(left), ...pairsOf(taken)]) };
}

function* pairsOf(spans: Spans): Iterable<readonly [start: number, end: number]> {
  for (let index = 0; index < spans.length; index += 2) yield [spans[index]!, spans[index + 1]!];
}
