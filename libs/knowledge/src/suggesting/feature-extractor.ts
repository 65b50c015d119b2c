import { type CatalogueLanguage, catalogueLanguages } from '#domain';
import { characterNGrams } from './character-n-grams.js';
import { type ConceptMatcher, type ConceptMention, groupBy } from './concept-matcher.js';
import { editDistance } from './edit-distance.js';
import type { Feature, Features, PassageFeatures } from './features.js';
import { stem } from './stemmer.js';
import { stopWords, type Word } from './words.js';
import type { WordVectors } from './word-vectors.js';

/** Mistyped words of a text beyond so many are left as they are: to look for what was meant takes time. */
const maxCorrected = 40;
/** A shorter word is too easily like another. */
const shortestMistyped = 5;
/** What a word says less for being mistyped, per letter; and for being of another language than its neighbours. */
const mistypedWeight = 0.8;
const foreignWeight = 0.9;

interface StemmedWord {
  readonly stem: string;
  readonly language: CatalogueLanguage;
  readonly weight: number;
  /** The word, or what was probably meant by it. */
  readonly spelling: string;
}

interface TellingWord {
  readonly word: Word;
  readonly one: StemmedWord;
}

/** Words to features: stems, n-grams and concepts, in the three languages. */
export class FeatureExtractor {
  private readonly knownStems: Readonly<Record<CatalogueLanguage, Set<string>>> = {
    en: new Set(),
    es: new Set(),
    ca: new Set(),
  };
  private stemsByLetter: ReadonlyMap<string, readonly string[]> = new Map();

  /** @param vectors whose words are none that are mistyped; null for the own catalogue, which knows its own */
  constructor(
    private readonly concepts: ConceptMatcher,
    private readonly vectors: WordVectors | null = null,
  ) {}

  /** Of what is surely spelled right; takes its stems for known from now on. */
  learn(words: readonly Word[], language: CatalogueLanguage): PassageFeatures {
    const stemmed = words.map(({ plain }) => ({ stem: stem(plain, language), language, weight: 1, spelling: plain }));
    const telling = tellingOf(words, stemmed, language);
    for (const { one } of telling) this.knownStems[language].add(one.stem);
    return {
      ...this.wordFeaturesOf(words, stemmed, telling, language),
      spellings: telling.map(({ one }) => one.spelling),
    };
  }

  /** To be called when all is learnt, and before the first `extract`. */
  closeVocabulary(): void {
    const stems = catalogueLanguages.flatMap((language) => {
      for (const known of this.concepts.stemsIn(language)) this.knownStems[language].add(known);
      return [...this.knownStems[language]].map((known) => [`${language}${known.charAt(0)}`, known] as const);
    });
    this.stemsByLetter = groupBy(stems.filter(([, known]) => known.length >= shortestMistyped - 1));
  }

  /** Of what somebody typed: words unknown in the language are looked for in the others, then among the nearly same. */
  extract(typed: readonly Word[], language: CatalogueLanguage): Features {
    const words = this.withoutHyphens(typed, language);
    let corrected = 0;
    const stemmed = words.map(({ plain }): StemmedWord => {
      const own = stem(plain, language);
      const asTyped = { stem: own, language, weight: 1, spelling: plain };
      if (this.knownStems[language].has(own) || stopWords[language].has(plain)) return asTyped;
      if (this.vectors?.has(`${language}:${own}`)) return asTyped;
      const other = catalogueLanguages.find((one) => this.knownStems[one].has(stem(plain, one)));
      if (other !== undefined)
        return { stem: stem(plain, other), language: other, weight: foreignWeight, spelling: plain };
      corrected += 1;
      const meant = corrected > maxCorrected ? null : this.nearestKnown(plain, own, language);
      return meant ?? asTyped;
    });
    const telling = tellingOf(words, stemmed, language);
    return {
      ...this.wordFeaturesOf(words, stemmed, telling, language),
      characterNGrams: telling.flatMap(({ word, one }) => {
        const alone = [word];
        return characterNGrams(one.spelling).map((key) => ({ key, weight: 1, words: alone }));
      }),
    };
  }

  /** `pay-roll` is `payroll`, where that is a word that somebody knows; `follow-up` stays two. */
  private withoutHyphens(typed: readonly Word[], language: CatalogueLanguage): readonly Word[] {
    if (!typed.some(({ hyphened }) => hyphened)) return typed;
    const words: Word[] = [];
    for (const word of typed) {
      const before = words.at(-1);
      const together = (before?.plain ?? '') + word.plain;
      const isOne =
        before !== undefined &&
        word.hyphened &&
        !stopWords[language].has(word.plain) &&
        this.knownStems[language].has(stem(together, language));
      if (isOne) words[words.length - 1] = { ...before, plain: together, end: word.end };
      else words.push(word);
    }
    return words;
  }

  private wordFeaturesOf(
    words: readonly Word[],
    stemmed: readonly StemmedWord[],
    telling: readonly TellingWord[],
    language: CatalogueLanguage,
  ): Omit<Features, 'characterNGrams'> {
    return {
      wordCount: words.length,
      stems: telling.map(({ word, one }) => ({
        key: `${one.language}:${one.stem}`,
        weight: one.weight,
        words: [word],
      })),
      wordNGrams: wordNGramsOf(words, stemmed),
      concepts: this.mentionsIn(words, stemmed, language).map(({ concept, weight, first, end }) => ({
        key: concept,
        weight: weight * Math.min(...stemmed.slice(first, end).map((one) => one.weight)),
        words: words.slice(first, end),
      })),
    };
  }

  private mentionsIn(
    words: readonly Word[],
    stemmed: readonly StemmedWord[],
    language: CatalogueLanguage,
  ): ConceptMention[] {
    const stems = stemmed.map((one) => one.stem);
    const inOwn = this.concepts.mentionsIn(words, stems, language);
    const inOthers = stemmed.flatMap((one, at) => {
      if (one.language === language) return [];
      const mentions = this.concepts.mentionsIn([words[at]!], [one.stem], one.language);
      return mentions.map((mention) => ({ ...mention, first: at, end: at + 1 }));
    });
    return [...inOwn, ...inOthers];
  }

  private nearestKnown(plain: string, own: string, language: CatalogueLanguage): StemmedWord | null {
    if (plain.length < shortestMistyped) return null;
    let meant: string | null = null;
    let least = plain.length < 7 ? 2 : 3;
    for (const other of this.stemsByLetter.get(language + own.charAt(0)) ?? []) {
      const distance = editDistance(own, other, least);
      if (distance > least || (distance === least && (meant === null || meant <= other))) continue;
      [meant, least] = [other, distance];
    }
    return meant === null ? null : { stem: meant, language, weight: mistypedWeight ** least, spelling: meant };
  }
}

/** All but stop words. */
function tellingOf(
  words: readonly Word[],
  stemmed: readonly StemmedWord[],
  language: CatalogueLanguage,
): readonly TellingWord[] {
  return words.flatMap((word, at) => {
    const one = stemmed[at]!;
    const isStopWord = stopWords[language].has(word.plain) || stopWords[one.language].has(word.plain);
    return isStopWord ? [] : [{ word, one }];
  });
}

function wordNGramsOf(words: readonly Word[], stemmed: readonly StemmedWord[]): Feature[] {
  return words.flatMap((word, at) => {
    const [one, before] = [stemmed[at]!, stemmed[at - 1]];
    const alone = { key: `${one.language}:${one.stem}`, weight: one.weight, words: [word] };
    if (before === undefined) return [alone];
    const key = `${before.language}:${before.stem} ${one.stem}`;
    return [alone, { key, weight: Math.min(before.weight, one.weight), words: [words[at - 1]!, word] }];
  });
}
