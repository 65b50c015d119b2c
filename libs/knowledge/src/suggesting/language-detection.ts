import { type CatalogueLanguage, catalogueLanguages } from '#domain';
import { characterNGrams } from './character-n-grams.js';
import type { SearchIndex } from './search-index.js';
import { stopWords, type Word } from './words.js';

/** How much of each language a text has, by its stop words and by the trigrams of all words. */
export function languageScores(words: readonly Word[], { languagesByTrigram }: SearchIndex): number[] {
  const points = catalogueLanguages.map(() => 0);
  for (const { plain } of words) {
    const logs = catalogueLanguages.map(() => 0);
    for (const trigram of characterNGrams(plain, 3, 3)) {
      languagesByTrigram.get(trigram)?.forEach((part, number) => (logs[number]! += Math.log(part)));
    }
    const highest = Math.max(...logs);
    const parts = logs.map((log) => Math.exp(log - highest));
    const whole = parts.reduce((sum, part) => sum + part, 0);
    parts.forEach((part, number) => {
      const small = stopWords[catalogueLanguages[number]!].has(plain) ? 1 : 0;
      points[number]! += small + (0.5 * part) / whole;
    });
  }
  return points;
}

export function likeliestLanguage(points: readonly number[]): CatalogueLanguage {
  return catalogueLanguages[points.indexOf(Math.max(...points))]!;
}

/** A clause may be in another language than the rest; a short one that doesn't tell is in the language of the rest. */
export function languageOfClause(
  clause: readonly Word[],
  whole: readonly number[],
  given: CatalogueLanguage | null,
  index: SearchIndex,
): CatalogueLanguage {
  const spread = whole.reduce((sum, part) => sum + part, 0) || 1;
  const points = languageScores(clause, index).map((own, number) => {
    return own + whole[number]! / spread + (catalogueLanguages[number] === given ? 1 : 0);
  });
  return likeliestLanguage(points);
}
