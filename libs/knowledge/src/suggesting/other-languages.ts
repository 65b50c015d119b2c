import { catalogueLanguages } from '#domain';
import { once, readEntries } from '../files/data-files.js';
import { stopWords, type Word, wordsOf } from './words.js';

interface OtherLanguage {
  readonly code: string;
  readonly words: readonly string[];
  readonly telling?: readonly string[];
}

/** What a word of a language that nobody reads here counts for: a small one may be a name, or stand in a text of ours. */
const [small, telling] = [1, 2] as const;
const leastPoints = 2;

/** Of each other language, what its words count for. */
const pointsByWord = once(() =>
  readEntries<OtherLanguage>('other-languages.json').map((language) => {
    const pointsOf = (texts: readonly string[], points: number) =>
      texts.flatMap((text) => wordsOf(text).map(({ plain }) => [plain, points] as const));
    return new Map([...pointsOf(language.words, small), ...pointsOf(language.telling ?? [], telling)]);
  }),
);

/** Whether a text is in a language that is none of the three, such as German or French: by its small words, and by words of owners there. */
export function isInOtherLanguage(words: readonly Word[]): boolean {
  const ours = Math.max(
    ...catalogueLanguages.map((language) => words.filter(({ plain }) => stopWords[language].has(plain)).length),
  );
  const theirs = Math.max(
    ...pointsByWord().map((points) => words.reduce((sum, { plain }) => sum + (points.get(plain) ?? 0), 0)),
  );
  return theirs >= leastPoints && theirs > ours;
}
