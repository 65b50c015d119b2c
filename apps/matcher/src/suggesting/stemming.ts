import type { Stem } from '#domain';
import snowball from 'snowball-stemmers';

const stemmers = {
  en: snowball.newStemmer('english'),
  es: snowball.newStemmer('spanish'),
  ca: snowball.newStemmer('catalan'),
} as const;

/** Words whose stem is remembered: the lexicon is built from the same ones again and again. */
const maxKnown = 50_000;
const known = new Map<string, string>();

/** The Snowball stemmers (Porter, 2001) of the three languages. */
export const stem: Stem = (word, language) => {
  const key = `${language} ${word}`;
  const found = known.get(key);
  if (found !== undefined) return found;
  const stemmed = stemmers[language].stem(word);
  if (known.size < maxKnown) known.set(key, stemmed);
  return stemmed;
};
