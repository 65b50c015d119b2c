import { measure } from './measures.js';

describe('how good a ranking is', () => {
  it('is all when everything relevant comes first, best first', () => {
    expect(measure(['a', 'b', 'x'], { a: 3, b: 1 })).toEqual({ ndcg5: 1, hit1: 1, recall5: 1 });
  });

  it('is less the later the relevant ones come, and nothing behind the fifth', () => {
    expect(measure(['x', 'a'], { a: 3 }).ndcg5).toBeCloseTo(1 / Math.log2(3));
    expect(measure(['x', 'y', 'z', 'v', 'w', 'a'], { a: 3 })).toEqual({ ndcg5: 0, hit1: 0, recall5: 0 });
  });

  it('takes a related one at the first place for no hit', () => {
    expect(measure(['b', 'a'], { a: 3, b: 1 })).toMatchObject({ hit1: 0, recall5: 1 });
  });
});
