import { catalogueLanguages } from '#domain';
import { once, readEntries } from '../files/data-files.js';
import type { Phrases } from './searchable-duties.js';
import { stem } from './stemmer.js';
import { wordsOf } from './words.js';

const stems = once((): ReadonlySet<string> => {
  const keys = readEntries<Phrases>('how-well.json').flatMap((phrases) =>
    catalogueLanguages.flatMap((language) =>
      phrases[language].flatMap(wordsOf).map(({ plain }) => `${language}:${stem(plain, language)}`),
    ),
  );
  return new Set(keys);
});

/**
 * Whether a word says how well or how long something was done before, as vacancies do (`strong experience`), and not what.
 * @param key a stem with its language (`en:experi`)
 */
export const saysHowWell = (key: string): boolean => stems().has(key);
