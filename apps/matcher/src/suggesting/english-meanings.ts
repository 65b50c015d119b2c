import type { CatalogueLanguage } from '#domain';
import {
  type EnglishEmbeddings,
  englishPartsOf,
  type EnglishPhrase,
  englishPhrases,
  type SearchIndex,
  type SearchIndexSource,
  type SentenceEmbedding,
} from '#knowledge/suggesting';
import { setImmediate } from 'node:timers/promises';
import type { EncodeSentences } from './english-encoder.js';

/** Vectors by the text that they are of. */
export type KnownVectors = ReadonlyMap<string, SentenceEmbedding>;

/** So many phrases are encoded at once; between two slices whoever waits has a turn. */
const sliceLength = 16;

/** What the English phrases of an index mean, and a text beside them. */
export class EnglishMeanings {
  private readonly phrases: readonly EnglishPhrase[];
  private prepared: Promise<readonly SentenceEmbedding[]> | null = null;

  constructor(
    private readonly encode: EncodeSentences,
    source: Pick<SearchIndexSource, 'duties' | 'corrections'>,
  ) {
    this.phrases = englishPhrases(source);
  }

  /**
   * Encodes the phrases, once; each takes about 8 ms of a core. The first English text would have to wait for it.
   * @param known what needn't be encoded again
   * @param onEncoded told of what was, slice by slice
   */
  async prepare(
    known: KnownVectors = new Map(),
    onEncoded: (vectors: KnownVectors) => void = () => undefined,
  ): Promise<void> {
    this.prepared ??= this.encodePhrases(known, onEncoded);
    await this.prepared;
  }

  /** Null where none of the text is English. */
  async of(text: string, given: CatalogueLanguage | null, index: SearchIndex): Promise<EnglishEmbeddings | null> {
    const parts = englishPartsOf(text, given, index);
    if (parts.length === 0) return null;
    this.prepared ??= this.encodePhrases(new Map(), () => undefined);
    const phraseEmbeddings = await this.prepared;
    return { phrases: this.phrases, phraseEmbeddings, parts: await this.encodeEach(parts) };
  }

  private async encodePhrases(
    known: KnownVectors,
    onEncoded: (vectors: KnownVectors) => void,
  ): Promise<readonly SentenceEmbedding[]> {
    const vectors = new Map(known);
    const missing = [...new Set(this.phrases.map(({ text }) => text))].filter((text) => !known.has(text));
    for (let from = 0; from < missing.length; from += sliceLength) {
      const encoded = await this.encodeEach(missing.slice(from, from + sliceLength));
      for (const [text, vector] of encoded) vectors.set(text, vector);
      onEncoded(encoded);
      await setImmediate();
    }
    return this.phrases.map(({ text }) => vectors.get(text)!);
  }

  private async encodeEach(texts: readonly string[]): Promise<KnownVectors> {
    const vectors = await this.encode(texts);
    return new Map(texts.map((text, at) => [text, vectors[at]!]));
  }
}
