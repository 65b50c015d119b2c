import { type CatalogueLanguage, catalogueLanguages } from '#domain';
import { gramsOf } from './grams.js';
import type { Lexicon } from './lexicon.js';
import { stopWords, type Word } from './words.js';

/** How much of each language a text has, by its small words and by the pieces of its other words. */
export function familiarity(words: readonly Word[], { languageOfGram }: Lexicon): number[] {
  const points = catalogueLanguages.map(() => 0);
  for (const { plain } of words) {
    const logs = catalogueLanguages.map(() => 0);
    for (const gram of gramsOf(plain, 3, 3)) {
      languageOfGram.get(gram)?.forEach((part, number) => (logs[number]! += Math.log(part)));
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

export function mostFamiliar(points: readonly number[]): CatalogueLanguage {
  return catalogueLanguages[points.indexOf(Math.max(...points))]!;
}

/** A clause may be in another language than the rest; a short one that doesn't tell is in the language of the rest. */
export function languageOfClause(
  clause: readonly Word[],
  whole: readonly number[],
  given: CatalogueLanguage | null,
  lexicon: Lexicon,
): CatalogueLanguage {
  const spread = whole.reduce((sum, part) => sum + part, 0) || 1;
  const points = familiarity(clause, lexicon).map((own, number) => {
    return own + whole[number]! / spread + (catalogueLanguages[number] === given ? 1 : 0);
  });
  return mostFamiliar(points);
}
