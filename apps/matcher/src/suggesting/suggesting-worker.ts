import { buildSearchIndex, ownCatalogue, suggestDuties } from '#knowledge/suggesting';
import { parentPort, workerData } from 'node:worker_threads';
import { readDuties } from '../catalogue/written-duties.js';
import type { Answer, Lessons, Question } from './suggester.js';

/**
 * The body of the thread behind `Suggester`: it has the search index. Building one takes the better part of a second, in
 * which a thread that serves requests would stand still.
 */
const { corrections, imported } = workerData as Lessons;
const index = buildSearchIndex({ ...ownCatalogue(), corrections, imported: readDuties(imported) });

parentPort?.on('message', ({ number, text, language }: Question) => {
  try {
    tell({ number, found: suggestDuties(text, language, index) });
  } catch (error) {
    tell({ number, failure: String(error) });
  }
});
tell('ready');

function tell(news: 'ready' | Answer): void {
  parentPort?.postMessage(news);
}
