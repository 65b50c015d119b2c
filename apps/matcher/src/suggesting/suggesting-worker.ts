import { buildSearchIndex, ownCatalogue, suggestDuties } from '#knowledge/suggesting';
import { parentPort, workerData } from 'node:worker_threads';
import type { Answer, Lessons, Question } from './suggester.js';

/**
 * The body of the thread behind `Suggester`: it has the search index. Building one takes the better part of a second, in
 * which a thread that serves requests would stand still.
 */
const index = buildSearchIndex({ ...ownCatalogue(), ...(workerData as Lessons) });

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
