import { measureFirstTen } from './rank-measures.js';

describe('whether the first ten are those that are meant', () => {
  const twelve = Array.from({ length: 12 }, (_, at) => `x${at}`);

  it('is all when everything that is meant comes first', () => {
    expect(measureFirstTen(['a', 'b', 'x'], new Set(['a', 'b']))).toEqual({ ndcg10: 1, rp10: 1 });
  });

  it('counts by the place, or only whether it is there at all', () => {
    const { ndcg10, rp10 } = measureFirstTen(['x', 'a'], new Set(['a', 'b']));
    expect([ndcg10, rp10]).toEqual([expect.closeTo(1 / Math.log2(3) / (1 + 1 / Math.log2(3))), 0.5]);
  });

  it('sees nothing behind the tenth, and asks for no more than ten', () => {
    expect(measureFirstTen([...twelve.slice(0, 10), 'a'], new Set(['a']))).toEqual({ ndcg10: 0, rp10: 0 });
    expect(measureFirstTen(twelve, new Set(twelve))).toEqual({ ndcg10: 1, rp10: 1 });
  });
});
