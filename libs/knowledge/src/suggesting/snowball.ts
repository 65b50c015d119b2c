import snowball from 'snowball-stemmers';
import type { Stem } from './stemming.js';

const stemmers = {
  en: snowball.newStemmer('english'),
  es: snowball.newStemmer('spanish'),
  ca: snowball.newStemmer('catalan'),
} as const;

/** The Snowball stemmers (Porter, 2001) of the three languages. */
export const stem: Stem = (word, language) => stemmers[language].stem(word);
