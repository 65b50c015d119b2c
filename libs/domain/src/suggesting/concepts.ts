import { type CatalogueLanguage, catalogueLanguages } from '../catalogue/catalogue.js';
import { doings } from './concepts/doings.js';
import { messagesAndTime } from './concepts/messages-and-time.js';
import { money } from './concepts/money.js';
import { outside } from './concepts/outside.js';
import { papersAndData } from './concepts/papers-and-data.js';
import { peopleAndPlaces } from './concepts/people-and-places.js';
import { peopleAndWork } from './concepts/people-and-work.js';
import { sellingAndPublishing } from './concepts/selling-and-publishing.js';
import type { Stem } from './stemming.js';
import { stopWords, type Word, wordsOf } from './words.js';

/** Each `name: English / Spanish / Catalan`, words and expressions of a language parted by commas. */
export const conceptLines: readonly string[] = [
  messagesAndTime,
  money,
  papersAndData,
  sellingAndPublishing,
  peopleAndWork,
  peopleAndPlaces,
  doings,
  outside,
]
  .flatMap((list) => list.split('\n'))
  .filter((line) => line.includes(':'));

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

/**
 * Everyday words of the three languages by what they stand for, so that `bill`, `factura` and `minuta` meet. The lists are
 * ours.
 */
export class Concepts {
  private readonly byFirstStem: Readonly<Record<CatalogueLanguage, ReadonlyMap<string, readonly Expression[]>>>;

  constructor(private readonly stem: Stem) {
    const inLanguage = (language: CatalogueLanguage) => {
      const expressions = conceptLines.flatMap((line) => this.expressionsOf(line, language));
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
      const said = begun.filter((one) => one.stems.every((stem, at) => stem === stems[first + at]));
      const alone = said.filter((one) => one.stems.length === 1).length;
      return said.flatMap((one): ConceptMention[] => {
        const end = first + one.stems.length;
        if (one.stems.length > 1) return [{ concept: one.concept, weight: expressionWeight, first, end }];
        if (stopWords[language].has(plain)) return [];
        return [{ concept: one.concept, weight: 1 / Math.sqrt(alone), first, end }];
      });
    });
  }

  private expressionsOf(line: string, language: CatalogueLanguage): Expression[] {
    const colon = line.indexOf(':');
    const said = line.slice(colon + 1).split(' / ')[catalogueLanguages.indexOf(language)] ?? '';
    const stemmed = said.split(',').map((text) => wordsOf(text).map(({ plain }) => this.stem(plain, language)));
    const different = new Map(stemmed.map((stems) => [stems.join(' '), stems]));
    return [...different.values()]
      .filter((stems) => stems.length > 0)
      .map((stems) => ({ stems, concept: line.slice(0, colon) }));
  }
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
