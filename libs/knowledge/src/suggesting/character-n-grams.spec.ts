import { characterNGrams } from './character-n-grams.js';

describe('pieces of words', () => {
  it('mark where a word begins and ends', () => {
    expect(characterNGrams('cat', 3, 5)).toEqual(['^ca', 'cat', 'at$', '^cat', 'cat$', '^cat$']);
  });
});
