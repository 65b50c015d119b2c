import { type CatalogueDuty, type CatalogueLanguage, catalogueLanguages } from '../catalogue/catalogue.js';
import { stopWords, wordsOf } from './words.js';

/** Cuts a word down to its stem; the caller brings a stemmer for the three languages. */
export type Stem = (word: string, language: CatalogueLanguage) => string;

/** What businesses changed: words that led to a duty after all, kept as facts. */
export interface Correction {
  readonly text: string;
  readonly language: CatalogueLanguage;
  readonly dutyCodes: readonly string[];
}

/** Weighted occurrences of a stem in a duty's wording. */
interface Posting {
  readonly duty: number;
  readonly weight: number;
}

/** A lay phrase as the bag of its stems. */
interface Phrase {
  readonly duty: number;
  readonly stems: readonly string[];
  readonly norm: number;
}

export interface LanguageIndex {
  readonly language: CatalogueLanguage;
  readonly postings: ReadonlyMap<string, readonly Posting[]>;
  readonly idf: (stem: string) => number;
  readonly lengthOf: Float64Array;
  readonly meanLength: number;
  readonly phrases: readonly Phrase[];
  readonly phrasesByStem: ReadonlyMap<string, readonly number[]>;
  /** Stems by their 3-grams, for words that were mistyped. */
  readonly stemsByGram: ReadonlyMap<string, readonly string[]>;
}

export interface Lexicon {
  readonly dutyCodes: readonly string[];
  readonly stem: Stem;
  readonly indexes: readonly LanguageIndex[];
}

/** How much a word says about a duty by where it stands. */
const fieldWeights = { label: 2.5, phrase: 1, doneCriterion: 0.5 } as const;

/** Built once, from the catalogue and what businesses have corrected since. */
export function buildLexicon(
  duties: readonly CatalogueDuty[],
  corrections: readonly Correction[],
  stem: Stem,
): Lexicon {
  return {
    dutyCodes: duties.map((duty) => duty.code),
    stem,
    indexes: catalogueLanguages.map((language) => indexLanguage(language, duties, corrections, stem)),
  };
}

export const stemsOf = (text: string, language: CatalogueLanguage, stem: Stem): string[] =>
  wordsOf(text)
    .filter(({ plain }) => !stopWords[language].has(plain))
    .map(({ plain }) => stem(plain, language));

function indexLanguage(
  language: CatalogueLanguage,
  duties: readonly CatalogueDuty[],
  corrections: readonly Correction[],
  stem: Stem,
): LanguageIndex {
  const weights = new Map<string, Map<number, number>>();
  const lengthOf = new Float64Array(duties.length);
  const bags: { duty: number; stems: string[] }[] = [];
  const add = (duty: number, text: string, weight: number): string[] => {
    const stems = stemsOf(text, language, stem);
    for (const word of stems) {
      const byDuty = weights.get(word) ?? new Map<number, number>();
      byDuty.set(duty, (byDuty.get(duty) ?? 0) + weight);
      weights.set(word, byDuty);
    }
    lengthOf[duty]! += stems.length * weight;
    return stems;
  };
  for (const [duty, entry] of duties.entries()) {
    const corrected = corrections.filter((one) => one.language === language && one.dutyCodes.includes(entry.code));
    add(duty, entry.doneCriterion[language], fieldWeights.doneCriterion);
    bags.push({ duty, stems: add(duty, entry.label[language], fieldWeights.label) });
    for (const phrase of [...entry.layPhrases[language], ...corrected.map(({ text }) => text)]) {
      bags.push({ duty, stems: add(duty, phrase, fieldWeights.phrase) });
    }
  }
  const idf = (word: string): number => {
    const found = weights.get(word)?.size ?? 0;
    return Math.log(1 + (duties.length - found + 0.5) / (found + 0.5));
  };
  const phrases = bags.map(({ duty, stems }) => {
    const distinct = [...new Set(stems)];
    return { duty, stems: distinct, norm: Math.hypot(...distinct.map(idf)) };
  });
  return {
    language,
    postings: new Map(
      [...weights].map(([word, byDuty]) => [word, [...byDuty].map(([duty, weight]) => ({ duty, weight }))]),
    ),
    idf,
    lengthOf,
    meanLength: lengthOf.reduce((sum, length) => sum + length, 0) / Math.max(1, duties.length),
    phrases,
    phrasesByStem: groupBy(phrases.flatMap(({ stems }, index) => stems.map((word) => [word, index] as const))),
    stemsByGram: groupBy([...weights.keys()].flatMap((word) => gramsOf(word).map((gram) => [gram, word] as const))),
  };
}

export function gramsOf(word: string): string[] {
  const padded = `^${word}$`;
  return Array.from({ length: Math.max(0, padded.length - 2) }, (_, index) => padded.slice(index, index + 3));
}

function groupBy<Value>(pairs: readonly (readonly [string, Value])[]): Map<string, Value[]> {
  const groups = new Map<string, Value[]>();
  for (const [key, value] of pairs) {
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [value]);
    else group.push(value);
  }
  return groups;
}
