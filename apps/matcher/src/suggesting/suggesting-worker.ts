import { buildLexicon, catalogueDuties, suggestDuties } from '#domain';
import { parentPort, workerData } from 'node:worker_threads';
import { stem } from './stemming.js';
import type { Answer, Lessons, Question } from './suggester.js';

/**
 * The body of the thread behind `Suggester`: it has the lexicon. Building one takes the better part of a second, in
 * which a thread that serves requests would stand still.
 */
const { corrections, imported } = workerData as Lessons;
const lexicon = buildLexicon({ duties: catalogueDuties, imported, offersOwnDuties: true, corrections, stem });

parentPort?.on('message', ({ number, text, language }: Question) => {
  parentPort?.postMessage({ number, ...outcomeOf(() => suggestDuties(text, language, lexicon)) } satisfies Answer);
});
parentPort?.postMessage('ready');

function outcomeOf<Found>(work: () => Found): { found: Found } | { failure: string } {
  try {
    return { found: work() };
  } catch (error) {
    return { failure: String(error) };
  }
}
