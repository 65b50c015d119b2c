import type { CatalogueLanguage } from '#domain';
import type { Document, Searcher } from './searcher.js';

/** BM25 as its textbook has it (Robertson and Zaragoza, 2009) over one field; words in lower case and no stemming, unless said. */
const [k1, b] = [1.2, 0.75];

export class PlainBm25 implements Searcher {
  readonly name = 'BM25';
  private readonly indexes: ReadonlyMap<CatalogueLanguage, Index>;

  constructor(
    documents: readonly Document[],
    private readonly termsOf: (text: string) => readonly string[] = wordsIn,
  ) {
    const languages = [...new Set(documents.map(({ language }) => language))];
    this.indexes = new Map(
      languages.map((language) => [
        language,
        new Index(
          documents.filter((one) => one.language === language),
          termsOf,
        ),
      ]),
    );
  }

  search(text: string, language: CatalogueLanguage): Promise<string[]> {
    return Promise.resolve(this.idsOf(text, language));
  }

  idsOf(text: string, language: CatalogueLanguage): string[] {
    return this.indexes.get(language)?.search(this.termsOf(text)) ?? [];
  }
}

class Index {
  private readonly frequencies: readonly ReadonlyMap<string, number>[];
  private readonly lengths: readonly number[];
  private readonly mean: number;
  private readonly found = new Map<string, number>();

  constructor(
    private readonly documents: readonly Document[],
    termsOf: (text: string) => readonly string[],
  ) {
    const words = documents.map(({ texts }) => texts.flatMap(termsOf));
    this.lengths = words.map(({ length }) => length);
    this.mean = this.lengths.reduce((sum, length) => sum + length, 0) / documents.length;
    this.frequencies = words.map((all) => {
      const counts = new Map<string, number>();
      for (const word of all) counts.set(word, (counts.get(word) ?? 0) + 1);
      for (const word of counts.keys()) this.found.set(word, (this.found.get(word) ?? 0) + 1);
      return counts;
    });
  }

  search(words: readonly string[]): string[] {
    const scored = this.documents.map(({ id }, at) => {
      return { id, score: words.reduce((sum, word) => sum + this.scoreOf(word, at), 0) };
    });
    return scored
      .filter(({ score }) => score > 0)
      .sort((one, other) => other.score - one.score)
      .map(({ id }) => id);
  }

  private scoreOf(word: string, at: number): number {
    const [found, frequency] = [this.found.get(word) ?? 0, this.frequencies[at]!.get(word) ?? 0];
    const idf = Math.log(1 + (this.documents.length - found + 0.5) / (found + 0.5));
    const length = 1 - b + (b * this.lengths[at]!) / this.mean;
    return (idf * frequency * (k1 + 1)) / (frequency + k1 * length);
  }
}

const wordsIn = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
