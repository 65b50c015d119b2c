import { catalogueLanguages } from '#domain';
import { once, readEntries } from '../files/data-files.js';
import { stopWords, type Word, wordsOf } from './words.js';

/** Small words of languages that nobody reads here. */
const smallWords = once(() =>
  readEntries<{ readonly code: string; readonly words: readonly string[] }>('other-languages.json').map(({ words }) => {
    return new Set(words.flatMap((word) => wordsOf(word).map(({ plain }) => plain)));
  }),
);

/** One small word alone may be a name, or stand in a text of ours. */
const leastSmallWords = 2;

/** Whether a text is in a language that is none of the three, such as German or French: by its small words. */
export function isInOtherLanguage(words: readonly Word[]): boolean {
  const count = (known: ReadonlySet<string>): number => words.filter(({ plain }) => known.has(plain)).length;
  const ours = Math.max(...catalogueLanguages.map((language) => count(stopWords[language])));
  const theirs = Math.max(...smallWords().map(count));
  return theirs >= leastSmallWords && theirs > ours;
}
