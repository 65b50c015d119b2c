import type { CatalogueLanguage } from '#domain';
import {
  type EnglishEmbeddings,
  englishPartsOf,
  englishPhrases,
  type SearchIndex,
  type SearchIndexSource,
} from '#knowledge/suggesting';
import { type EncodeSentences, loadEnglishEncoder } from '../../../apps/matcher/src/suggesting/english-encoder.js';
import { EnglishMeanings } from '../../../apps/matcher/src/suggesting/english-meanings.js';
import { KeptVectors } from './kept-vectors.js';

/** The meaning of English texts; the model is loaded, and the catalogue's phrases are encoded, when the first one comes. */
export class EnglishOnDemand {
  private loading: Promise<EnglishMeanings | null> | null = null;

  /**
   * @param folder where the vectors of the phrases are kept from one run to the next
   * @param load rejected where there is no encoder
   * @param onMissing told once, why there is none
   */
  constructor(
    private readonly source: SearchIndexSource,
    private readonly folder: string,
    private readonly onMissing: (reason: string) => void,
    private readonly load: () => Promise<EncodeSentences> = loadEnglishEncoder,
  ) {}

  /** Null where none of the text is English, or where there is no encoder. */
  async of(text: string, given: CatalogueLanguage | null, index: SearchIndex): Promise<EnglishEmbeddings | null> {
    if (englishPartsOf(text, given, index).length === 0) return null;
    this.loading ??= this.prepare();
    return (await this.loading)?.of(text, given, index) ?? null;
  }

  /** As if an English text had come. False where there is no encoder. */
  async ready(): Promise<boolean> {
    this.loading ??= this.prepare();
    return (await this.loading) !== null;
  }

  private async prepare(): Promise<EnglishMeanings | null> {
    let encode: EncodeSentences;
    try {
      encode = await this.load();
    } catch (error) {
      this.onMissing(error instanceof Error ? error.message.split('\n')[0]! : String(error));
      return null;
    }
    const kept = new KeptVectors(
      this.folder,
      englishPhrases(this.source).map(({ text }) => text),
    );
    const known = await kept.read(encode);
    const english = new EnglishMeanings(encode, this.source);
    const encoded = new Map(known);
    await english.prepare(known, (vectors) => vectors.forEach((vector, text) => encoded.set(text, vector)));
    if (known.size === 0) await kept.write(encoded);
    return english;
  }
}
