import * as fc from 'fast-check';
import { editDistance } from './edit-distance.js';

describe('the distance between what was typed and what was meant', () => {
  it.each([
    ['invioce', 'invoice', 1],
    ['recpit', 'receipt', 2],
    ['factura', 'factures', 2],
    ['agenda', 'agenda', 0],
    ['', 'ab', 2],
  ])('of %s and %s is %i', (a, b, distance) => {
    expect(editDistance(a, b, 3)).toBe(distance);
  });

  it('is the same both ways, none for the same word, and no more than one beyond what is asked', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 6 });
    fc.assert(
      fc.property(word, word, fc.integer({ min: 0, max: 6 }), (a, b, most) => {
        expect(editDistance(a, b, most)).toBe(editDistance(b, a, most));
        expect(editDistance(a, b, most)).toBe(Math.min(editDistance(a, b, 6), most + 1));
        expect(editDistance(a, b, 6) === 0).toBe(a === b);
      }),
    );
  });
});
