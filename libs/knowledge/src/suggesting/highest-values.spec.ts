import { keepHighest } from './highest-values.js';

describe('the highest values of an entry', () => {
  it('are kept in their order, however they come, and apart from those of others', () => {
    const highest = [new Float64Array(2), new Float64Array(2)];
    for (const value of [1, 3, 2]) keepHighest(highest, 0, value);
    keepHighest(highest, 1, 5);
    expect(highest.map((place) => [...place])).toEqual([
      [3, 5],
      [2, 0],
    ]);
  });
});
