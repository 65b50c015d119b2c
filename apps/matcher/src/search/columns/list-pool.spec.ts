import * as fc from 'fast-check';
import { ListPool } from './list-pool.js';

describe('lists in a pool', () => {
  it('stay what they are while others grow, shrink, come and go beside them', () => {
    const change = fc.record({
      which: fc.nat(4),
      from: fc.nat(200),
      removed: fc.nat(40),
      added: fc.array(fc.nat(999), { maxLength: 40 }),
    });
    fc.assert(
      fc.property(fc.array(change, { maxLength: 60 }), (changes) => {
        const pool = new ListPool((length) => new Int32Array(length));
        const lists = Array.from({ length: 5 }, () => ({ at: 0, numbers: [] as number[] }));
        for (const { which, from, removed, added } of changes) {
          const list = lists[which]!;
          const start = Math.min(from, list.numbers.length);
          const end = Math.min(start + removed, list.numbers.length);
          list.at = pool.splice(list.at, list.numbers.length, start, end, added);
          list.numbers = list.numbers.toSpliced(start, end - start, ...added);
          for (const { at, numbers } of lists) expect([...pool.list(at, numbers.length)]).toEqual(numbers);
        }
      }),
    );
  });

  it('leave no more than some times their own room behind when one grows number by number', () => {
    const pool = new ListPool((length) => new Int32Array(length));
    let at = 0;
    const most = 20_000;
    for (let length = 0; length < most; length += 1) at = pool.splice(at, length, length, length, [length]);
    expect([...pool.list(at, most)].every((number, index) => number === index)).toBe(true);
    expect(pool.bytes).toBeLessThan(10 * most * 4);
  });
});
