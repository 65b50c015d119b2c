import type { CatalogueLanguage } from '#domain';
import { once, readEntriesIn } from '../files/data-files.js';
import type { Phrases } from './searchable-duties.js';
import { stem } from './stemmer.js';
import { stopWords, type Word, wordsOf } from './words.js';

/** What several everyday words and expressions of the three languages stand for. */
export interface Concept {
  readonly code: string;
  readonly phrases: Phrases;
}

export const knownConcepts = once(() => readEntriesIn<Concept>('concepts'));

/** A concept that a word, or several in a row, stand for. */
export interface ConceptMention {
  readonly concept: string;
  /** Less for a word that stands for several concepts, more for an expression of several words. */
  readonly weight: number;
  /** Which of the words: [first, end). */
  readonly first: number;
  readonly end: number;
}

interface Expression {
  readonly stems: readonly string[];
  readonly concept: string;
}

/** An expression says more than one of its words would. */
const expressionWeight = 1.3;

/** Finds the concepts that a text speaks of, so that `bill`, `factura` and `minuta` meet. */
export class ConceptMatcher {
  private readonly byFirstStem: Readonly<Record<CatalogueLanguage, ReadonlyMap<string, readonly Expression[]>>>;

  constructor(concepts: readonly Concept[]) {
    const inLanguage = (language: CatalogueLanguage) => {
      const expressions = concepts.flatMap((concept) => expressionsOf(concept, language));
      return groupBy(expressions.map((expression) => [expression.stems[0]!, expression] as const));
    };
    this.byFirstStem = { en: inLanguage('en'), es: inLanguage('es'), ca: inLanguage('ca') };
  }

  /** Stems that begin an expression, for words that were mistyped. */
  stemsIn(language: CatalogueLanguage): Iterable<string> {
    return this.byFirstStem[language].keys();
  }

  /** @param stems those of the words, in their order */
  mentionsIn(words: readonly Word[], stems: readonly string[], language: CatalogueLanguage): ConceptMention[] {
    return words.flatMap(({ plain }, first) => {
      const begun = this.byFirstStem[language].get(stems[first]!) ?? [];
      const said = begun.filter((one) => one.stems.every((part, at) => part === stems[first + at]));
      const alone = said.filter((one) => one.stems.length === 1).length;
      return said.flatMap((one): ConceptMention[] => {
        const end = first + one.stems.length;
        if (one.stems.length > 1) return [{ concept: one.concept, weight: expressionWeight, first, end }];
        if (stopWords[language].has(plain)) return [];
        return [{ concept: one.concept, weight: 1 / Math.sqrt(alone), first, end }];
      });
    });
  }
}

function expressionsOf({ code, phrases }: Concept, language: CatalogueLanguage): Expression[] {
  const stemmed = phrases[language].map((text) => wordsOf(text).map(({ plain }) => stem(plain, language)));
  const different = new Map(stemmed.map((stems) => [stems.join(' '), stems]));
  return [...different.values()].filter((stems) => stems.length > 0).map((stems) => ({ stems, concept: code }));
}

export function groupBy<Value>(pairs: readonly (readonly [string, Value])[]): Map<string, Value[]> {
  const groups = new Map<string, Value[]>();
  for (const [key, value] of pairs) {
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [value]);
    else group.push(value);
  }
  return groups;
}
