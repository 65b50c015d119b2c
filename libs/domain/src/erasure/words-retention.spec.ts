import { wordsKept } from './words-retention.js';

const spain = { years: 6, source: 'Código de Comercio, art. 30' };
const neutral = { years: 10, source: 'The longest of the Union' };

describe('what was written in an engagement', () => {
  it('is kept from the end of the year in which it ended, for the longer term of the two sides', () => {
    expect(wordsKept('2026-03-02', [spain, spain])).toEqual({ goesOn: '2033-01-01', longest: spain });
    expect(wordsKept('2026-12-31', [spain, neutral])).toEqual({ goesOn: '2037-01-01', longest: neutral });
    expect(wordsKept('2027-01-01', [neutral, spain])).toEqual({ goesOn: '2038-01-01', longest: neutral });
  });
});
