import * as fc from 'fast-check';
import { intersectSpans, spanMinutes, type Spans, spansOf, subtractSpans } from './spans.js';

const spans = fc
  .array(fc.tuple(fc.integer({ min: 0, max: 200 }), fc.integer({ min: 0, max: 40 })), { maxLength: 12 })
  .map((pairs) => spansOf(pairs.map(([start, long]) => [start, start + long])));
const minutesIn = (given: Spans) => {
  const minutes = new Set<number>();
  for (let index = 0; index < given.length; index += 2) {
    for (let minute = given[index]!; minute < given[index + 1]!; minute += 1) minutes.add(minute);
  }
  return minutes;
};
const sorted = (minutes: Iterable<number>) => [...minutes].sort((a, b) => a - b);

describe('spans of minutes', () => {
  it('shared and left over are what a scan of every minute finds', () => {
    fc.assert(
      fc.property(spans, spans, (a, b) => {
        const [inA, inB] = [minutesIn(a), minutesIn(b)];
        expect(sorted(minutesIn(intersectSpans(a, b)))).toEqual(sorted([...inA].filter((minute) => inB.has(minute))));
        expect(sorted(minutesIn(subtractSpans(a, b)))).toEqual(sorted([...inA].filter((minute) => !inB.has(minute))));
        expect(spanMinutes(a)).toBe(inA.size);
      }),
    );
  });
});
