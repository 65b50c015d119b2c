import { type CatalogueDuty, type CatalogueLanguage, catalogueLanguages } from '../catalogue/catalogue.js';
import { type ByDuty, type GramIndex, indexGrams } from './gram-index.js';
import { gramsOf } from './grams.js';
import { stopWords, wordsOf } from './words.js';

/** Cuts a word down to its stem; the caller brings a stemmer for the three languages. */
export type Stem = (word: string, language: CatalogueLanguage) => string;

/** What businesses changed: words that led to a duty after all, kept as facts. */
export interface Correction {
  readonly text: string;
  readonly language: CatalogueLanguage;
  readonly dutyCodes: readonly string[];
}

/** A label, lay phrase or correction as the set of its stems. */
export interface Phrase {
  readonly duty: number;
  readonly norm: number;
}

/** The wording of all duties in one language. */
export interface LanguageIndex {
  readonly language: CatalogueLanguage;
  /** How often a stem stands in each duty's wording, weighed by field. */
  readonly frequencies: ReadonlyMap<string, ByDuty>;
  /** How rare a stem is among duties; the highest for one that stands nowhere. */
  readonly idf: (stem: string) => number;
  /** Length of each duty's wording in proportion to the mean. */
  readonly lengths: readonly number[];
  readonly phrases: readonly Phrase[];
  readonly phrasesByStem: ReadonlyMap<string, readonly number[]>;
  /** Stems by their first letter, for words that were mistyped. */
  readonly stemsByLetter: ReadonlyMap<string, readonly string[]>;
}

export interface Lexicon {
  readonly dutyCodes: readonly string[];
  readonly stem: Stem;
  readonly indexes: readonly LanguageIndex[];
  readonly grams: GramIndex;
  /** For each 3-gram, the part of its use that each language has. */
  readonly languageOfGram: ReadonlyMap<string, readonly number[]>;
}

/** A piece of a duty's wording with how much it says about the duty by where it stands. */
interface Passage {
  readonly duty: number;
  readonly language: CatalogueLanguage;
  /** Lower case, without accents. */
  readonly words: readonly string[];
  readonly weight: number;
  /** Whether somebody might say it like this, as a whole. */
  readonly sayable: boolean;
}

const fieldWeights = { label: 3, phrase: 1, doneCriterion: 1, unit: 1 } as const;

/** Built once, from the catalogue and what businesses have corrected since. */
export function buildLexicon(
  duties: readonly CatalogueDuty[],
  corrections: readonly Correction[],
  stem: Stem,
): Lexicon {
  const remembered = rememberStems(stem);
  const passages = duties.flatMap((entry, duty) => passagesOf(entry, duty, corrections));
  return {
    dutyCodes: duties.map((duty) => duty.code),
    stem: remembered,
    indexes: catalogueLanguages.map((language) => {
      const own = passages.filter((passage) => passage.language === language);
      return indexLanguage(language, own, duties.length, remembered);
    }),
    grams: indexGrams(passages.map((passage) => ({ ...passage, words: tellingWords(passage) }))),
    languageOfGram: languagesOfGrams(passages),
  };
}

function passagesOf(entry: CatalogueDuty, duty: number, corrections: readonly Correction[]): Passage[] {
  const corrected = corrections.filter(({ dutyCodes }) => dutyCodes.includes(entry.code));
  return catalogueLanguages.flatMap((language): Passage[] => {
    const passage = (text: string, weight: number, sayable: boolean): Passage => {
      return { duty, language, words: wordsOf(text).map(({ plain }) => plain), weight, sayable };
    };
    const said = corrected.filter((one) => one.language === language).map(({ text }) => text);
    return [
      passage(entry.label[language], fieldWeights.label, true),
      passage(entry.unit[language], fieldWeights.unit, false),
      passage(entry.doneCriterion[language], fieldWeights.doneCriterion, false),
      ...[...entry.layPhrases[language], ...said].map((text) => passage(text, fieldWeights.phrase, true)),
    ];
  });
}

/** The words that aren't small ones of the language. */
const tellingWords = ({ words, language }: Passage): string[] => words.filter((word) => !stopWords[language].has(word));

function indexLanguage(
  language: CatalogueLanguage,
  passages: readonly Passage[],
  dutyCount: number,
  stem: Stem,
): LanguageIndex {
  const frequencies = new Map<string, Map<number, number>>();
  const lengths = Array.from({ length: dutyCount }, () => 0);
  const sayable: { readonly duty: number; readonly stems: readonly string[] }[] = [];
  for (const passage of passages) {
    const stems = tellingWords(passage).map((word) => stem(word, language));
    for (const one of stems) addTo(frequencies, one, passage.duty, passage.weight);
    lengths[passage.duty]! += stems.length * passage.weight;
    if (passage.sayable) sayable.push({ duty: passage.duty, stems: [...new Set(stems)] });
  }
  const idf = (one: string): number => inverseFrequency(frequencies.get(one)?.size ?? 0, dutyCount);
  const mean = lengths.reduce((sum, length) => sum + length, 0) / Math.max(1, dutyCount);
  return {
    language,
    frequencies: new Map([...frequencies].map(([one, byDuty]) => [one, [...byDuty]])),
    idf,
    lengths: lengths.map((length) => length / (mean || 1)),
    phrases: sayable.map(({ duty, stems }) => ({ duty, norm: Math.hypot(...stems.map(idf)) })),
    phrasesByStem: groupBy(sayable.flatMap(({ stems }, index) => stems.map((one) => [one, index] as const))),
    stemsByLetter: groupBy([...frequencies.keys()].map((one) => [one.charAt(0), one] as const)),
  };
}

function languagesOfGrams(passages: readonly Passage[]): Map<string, number[]> {
  const counts = new Map<string, number[]>();
  for (const { words, language } of passages) {
    const number = catalogueLanguages.indexOf(language);
    for (const gram of words.flatMap((word) => gramsOf(word, 3, 3))) {
      const known = counts.get(gram) ?? catalogueLanguages.map(() => 0);
      known[number]! += 1;
      counts.set(gram, known);
    }
  }
  const parts = (known: readonly number[]) => known.map((count) => (count + 1) / (sumOf(known) + known.length));
  return new Map([...counts].map(([gram, known]) => [gram, parts(known)]));
}

/** As BM25 has it: never negative, and the highest for what stands nowhere. */
function inverseFrequency(found: number, all: number): number {
  return Math.log(1 + (all - found + 0.5) / (found + 0.5));
}

function rememberStems(stem: Stem): Stem {
  const known = new Map<string, string>();
  const maxKnown = 50_000;
  return (word, language) => {
    const key = `${language} ${word}`;
    const before = known.get(key);
    if (before !== undefined) return before;
    const found = stem(word, language);
    if (known.size < maxKnown) known.set(key, found);
    return found;
  };
}

const sumOf = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);

function addTo(sums: Map<string, Map<number, number>>, key: string, duty: number, value: number): void {
  const byDuty = sums.get(key) ?? new Map<number, number>();
  byDuty.set(duty, (byDuty.get(duty) ?? 0) + value);
  sums.set(key, byDuty);
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
