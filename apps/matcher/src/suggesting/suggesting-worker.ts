import { buildSearchIndex, type DutySuggestions, ownCatalogue, suggestDuties } from '#knowledge/suggesting';
import { parentPort, workerData } from 'node:worker_threads';
import { loadEnglishEncoder } from './english-encoder.js';
import { EnglishMeanings } from './english-meanings.js';
import type { Answer, Beginning, EncoderNews, Question } from './suggester.js';

/**
 * The body of the thread behind `Suggester`: it has the search index. Building one takes the better part of a second, in
 * which a thread that serves requests would stand still.
 */
const { lessons, knownVectors } = workerData as Beginning;
const source = { ...ownCatalogue(), ...lessons };
const index = buildSearchIndex(source);
/** Null until the catalogue's phrases are encoded: answers don't wait for it. */
let meanings: EnglishMeanings | null = null;

parentPort?.on('message', async ({ number, ...question }: Question) => {
  try {
    tell({ number, found: await suggest(question) });
  } catch (error) {
    tell({ number, failure: String(error) });
  }
});
tell('ready');
if (knownVectors !== null) {
  try {
    const english = new EnglishMeanings(await loadEnglishEncoder(), source);
    await english.prepare(knownVectors, (encoded) => tell({ encoder: 'at work', encoded }));
    meanings = english;
    tell({ encoder: 'ready' });
  } catch (error) {
    tell({ encoder: 'missing', reason: String(error) });
  }
}

async function suggest({ text, language }: Omit<Question, 'number'>): Promise<DutySuggestions> {
  // What can't be encoded still has its words.
  const meant = await meanings?.of(text, language, index).catch(() => null);
  return suggestDuties(text, language, index, meant ?? null);
}

function tell(news: 'ready' | Answer | EncoderNews): void {
  parentPort?.postMessage(news);
}
