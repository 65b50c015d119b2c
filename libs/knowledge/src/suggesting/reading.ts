import { type CatalogueLanguage, catalogueLanguages } from '#domain';
import { type ConceptMention, type Concepts, groupBy } from './concepts.js';
import { gramsOf, typingDistance } from './grams.js';
import type { Stem } from './stemming.js';
import { stopWords, type Word } from './words.js';

/** What a text says in three ways: telling words by their stems, pieces of words, and what the words stand for. */
export const spaceNames = ['stems', 'grams', 'concepts'] as const;
export type SpaceName = (typeof spaceNames)[number];

/** A feature of a text: how strongly it is said, and by which of the words. */
export interface Feature {
  readonly key: string;
  readonly weight: number;
  readonly words: readonly Word[];
}
export interface Features extends Readonly<Record<SpaceName, readonly Feature[]>> {
  /** The stems of all words, small ones too, and of each two in a row: turns of speech. */
  readonly turns: readonly Feature[];
}

/** Mistyped words of a text beyond so many are left as they are: to look for what was meant takes time. */
const maxCorrected = 40;
/** A shorter word is too easily like another. */
const shortestMistyped = 5;
/** What a word says less for being mistyped, per letter; and for being of another language than its neighbours. */
const mistypedTrust = 0.8;
const foreignTrust = 0.9;
const maxRemembered = 50_000;

interface Root {
  readonly stem: string;
  readonly language: CatalogueLanguage;
  readonly trust: number;
  /** The word, or what was probably meant by it. */
  readonly spelling: string;
}

/** Reads words into features: stems, grams and concepts, in the three languages. */
export class Reading {
  private readonly grams = new Map<string, readonly string[]>();
  private readonly known: Readonly<Record<CatalogueLanguage, Set<string>>> = {
    en: new Set(),
    es: new Set(),
    ca: new Set(),
  };
  private byLetter: ReadonlyMap<string, readonly string[]> = new Map();

  constructor(
    private readonly stem: Stem,
    private readonly concepts: Concepts,
  ) {}

  /** Reads what is surely spelled right, and takes its stems for known from now on. */
  learn(words: readonly Word[], language: CatalogueLanguage): Features {
    const telling = words.filter(({ plain }) => !stopWords[language].has(plain));
    for (const { plain } of telling) this.known[language].add(this.stem(plain, language));
    const roots = words.map(({ plain }) => ({ stem: this.stem(plain, language), language, trust: 1, spelling: plain }));
    return this.featuresOf(words, roots, language);
  }

  /** To be called when all is learnt, and before the first `read`. */
  closeVocabulary(): void {
    const stems = catalogueLanguages.flatMap((language) => {
      for (const stem of this.concepts.stemsIn(language)) this.known[language].add(stem);
      return [...this.known[language]].map((stem) => [`${language}${stem.charAt(0)}`, stem] as const);
    });
    this.byLetter = groupBy(stems.filter(([, stem]) => stem.length >= shortestMistyped - 1));
  }

  /** Reads what somebody typed: words unknown in the language are looked for in the others, then among the nearly same. */
  read(words: readonly Word[], language: CatalogueLanguage): Features {
    let corrected = 0;
    const roots = words.map(({ plain }): Root => {
      const stem = this.stem(plain, language);
      if (this.known[language].has(stem) || stopWords[language].has(plain))
        return { stem, language, trust: 1, spelling: plain };
      const other = catalogueLanguages.find((one) => this.known[one].has(this.stem(plain, one)));
      if (other !== undefined)
        return { stem: this.stem(plain, other), language: other, trust: foreignTrust, spelling: plain };
      corrected += 1;
      const meant = corrected > maxCorrected ? null : this.nearest(plain, stem, language);
      return meant ?? { stem, language, trust: 1, spelling: plain };
    });
    return this.featuresOf(words, roots, language);
  }

  private featuresOf(words: readonly Word[], roots: readonly Root[], language: CatalogueLanguage): Features {
    const telling = words.flatMap((word, at) => {
      const root = roots[at]!;
      const isSmall = stopWords[language].has(word.plain) || stopWords[root.language].has(word.plain);
      return isSmall ? [] : [{ word, root }];
    });
    return {
      stems: telling.map(({ word, root }) => {
        return { key: `${root.language}:${root.stem}`, weight: root.trust, words: [word] };
      }),
      grams: telling.flatMap(({ word, root }) => {
        const alone = [word];
        return this.gramsOf(root.spelling).map((key) => ({ key, weight: 1, words: alone }));
      }),
      turns: turnsOf(words, roots),
      concepts: this.mentionsIn(words, roots, language).map(({ concept, weight, first, end }) => ({
        key: concept,
        weight: weight * Math.min(...roots.slice(first, end).map(({ trust }) => trust)),
        words: words.slice(first, end),
      })),
    };
  }

  private mentionsIn(words: readonly Word[], roots: readonly Root[], language: CatalogueLanguage): ConceptMention[] {
    const stems = roots.map(({ stem }) => stem);
    const inOwn = this.concepts.mentionsIn(words, stems, language);
    const inOthers = roots.flatMap((root, at) => {
      if (root.language === language) return [];
      const mentions = this.concepts.mentionsIn([words[at]!], [root.stem], root.language);
      return mentions.map((one) => ({ ...one, first: at, end: at + 1 }));
    });
    return [...inOwn, ...inOthers];
  }

  private gramsOf(word: string): readonly string[] {
    const before = this.grams.get(word);
    if (before !== undefined) return before;
    const grams = gramsOf(word);
    if (this.grams.size < maxRemembered) this.grams.set(word, grams);
    return grams;
  }

  private nearest(plain: string, stem: string, language: CatalogueLanguage): Root | null {
    if (plain.length < shortestMistyped) return null;
    let meant: string | null = null;
    let least = plain.length < 7 ? 2 : 3;
    for (const other of this.byLetter.get(language + stem.charAt(0)) ?? []) {
      const distance = typingDistance(stem, other, least);
      if (distance > least || (distance === least && (meant === null || meant <= other))) continue;
      [meant, least] = [other, distance];
    }
    return meant === null ? null : { stem: meant, language, trust: mistypedTrust ** least, spelling: meant };
  }
}

function turnsOf(words: readonly Word[], roots: readonly Root[]): Feature[] {
  return words.flatMap((word, at) => {
    const [root, before] = [roots[at]!, roots[at - 1]];
    const alone = { key: `${root.language}:${root.stem}`, weight: root.trust, words: [word] };
    if (before === undefined) return [alone];
    const key = `${before.language}:${before.stem} ${root.stem}`;
    return [alone, { key, weight: Math.min(before.trust, root.trust), words: [words[at - 1]!, word] }];
  });
}

/** Each feature once: what is said twice is said twice, though not twice as much. */
export function gathered(features: readonly Feature[]): Feature[] {
  const byKey = new Map<string, Feature>();
  const repeated = new Set<string>();
  for (const feature of features) {
    const known = byKey.get(feature.key);
    if (known !== undefined) repeated.add(feature.key);
    byKey.set(feature.key, known === undefined ? feature : together(known, feature));
  }
  for (const key of repeated) {
    const one = byKey.get(key)!;
    if (one.weight > 1) byKey.set(key, { ...one, weight: 1 + Math.log(one.weight) });
  }
  return [...byKey.values()];
}

const together = (one: Feature, other: Feature): Feature => {
  return { key: one.key, weight: one.weight + other.weight, words: [...one.words, ...other.words] };
};
