import { parentPort } from 'node:worker_threads';
import { DomainError } from '#domain-error';
import type { Outcome, Task } from './work-thread.js';

/** The other side of `WorkThread`: does what is asked, one piece after the other. */
export function answerInThread<Question, Found>(answer: (question: Question) => Found | Promise<Found>): void {
  let turn = Promise.resolve();
  parentPort?.on('message', (task: Task<Question>) => {
    turn = turn.then(async () => parentPort?.postMessage(await outcomeOf(task, answer)));
  });
}

async function outcomeOf<Question, Found>(
  { number, question }: Task<Question>,
  answer: (question: Question) => Found | Promise<Found>,
): Promise<Outcome<Found>> {
  try {
    return { number, found: await answer(question) };
  } catch (error) {
    if (error instanceof DomainError) return { number, refused: { code: error.code, details: error.details } };
    return { number, failed: String(error) };
  }
}
