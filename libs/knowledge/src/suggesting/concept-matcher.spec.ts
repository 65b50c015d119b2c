import { ConceptMatcher, knownConcepts } from './concept-matcher.js';
import { stem } from './stemmer.js';
import { wordsOf } from './words.js';

const concepts = new ConceptMatcher(knownConcepts());
const mentioned = (text: string, language: 'en' | 'es' | 'ca'): string[] => {
  const words = wordsOf(text);
  const stems = words.map(({ plain }) => stem(plain, language));
  return concepts.mentionsIn(words, stems, language).map(({ concept }) => concept);
};

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
