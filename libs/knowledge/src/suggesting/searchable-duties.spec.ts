import { catalogueLanguages } from '#domain';
import { searchableDuties } from './searchable-duties.js';

const minLayPhrases = 12;

describe('the phrases of duties', () => {
  it.each(catalogueLanguages)('knows how owners complain about every duty in %s', (language) => {
    const few = searchableDuties().filter(({ layPhrases }) => new Set(layPhrases[language]).size < minLayPhrases);
    expect(few.map(({ code }) => code)).toEqual([]);
  });
});
