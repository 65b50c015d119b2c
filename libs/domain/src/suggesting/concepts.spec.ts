import { catalogueLanguages } from '../catalogue/catalogue.js';
import { Concepts, conceptLines } from './concepts.js';
import { wordsOf } from './words.js';

const concepts = new Concepts((word) => word.replace(/s$/, ''));
const mentioned = (text: string, language: 'en' | 'es' | 'ca'): string[] => {
  const words = wordsOf(text);
  const stems = words.map(({ plain }) => plain.replace(/s$/, ''));
  return concepts.mentionsIn(words, stems, language).map(({ concept }) => concept);
};

describe('the list of concepts', () => {
  it('gives each concept once, with words in every language', () => {
    const names = conceptLines.map((line) => line.slice(0, line.indexOf(':')));
    expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([]);
    const lacking = conceptLines.filter((line) => {
      const lists = line.slice(line.indexOf(':') + 1).split(' / ');
      return lists.length !== catalogueLanguages.length || lists.some((list) => list.trim() === '');
    });
    expect(lacking).toEqual([]);
  });
});

describe('what words stand for', () => {
  it('is the same in the three languages', () => {
    expect(mentioned('an unpaid debt', 'en')).toContain('overdue');
    expect(mentioned('una deuda', 'es')).toContain('overdue');
    expect(mentioned('un deute', 'ca')).toContain('overdue');
  });

  it('may need several words', () => {
    expect(mentioned('a lost shoe box', 'en')).not.toContain('faq');
    expect(mentioned('the help page', 'en')).toContain('faq');
    expect(mentioned('help the page', 'en')).not.toContain('faq');
  });
});
