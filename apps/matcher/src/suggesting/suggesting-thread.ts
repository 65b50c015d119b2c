import type { CatalogueLanguage } from '#domain';
import type { DutySuggestions } from '#knowledge/suggesting';
import { Worker } from 'node:worker_threads';
import type { Answer, Lessons, Question } from './suggester.js';

interface Waiting {
  resolve(found: DutySuggestions): void;
  reject(error: Error): void;
}

/** What is to be learnt takes more memory than a thread may have; the process goes on. */
export class TooMuchToLearn extends Error {}

/** An index is small; what its building leaves behind is to be collected soon. */
const resourceLimits = { maxYoungGenerationSizeMb: 8, maxOldGenerationSizeMb: 512 } as const;

/** A thread with an index, from its start to its end. */
export class SuggestingThread {
  /** Rejected when the thread ends before it could begin. */
  readonly ready: Promise<void>;
  private readonly worker: Worker;
  private readonly waiting = new Map<number, Waiting>();
  private asked = 0;
  private over = false;
  private onIdle: () => void = () => undefined;

  constructor(lessons: Lessons) {
    this.worker = new Worker(new URL('suggesting-worker.js', import.meta.url), {
      name: 'suggesting',
      workerData: lessons,
      resourceLimits,
    });
    // It has nothing to finish when the process is about to end.
    this.worker.unref();
    this.ready = new Promise((resolve, reject) => {
      this.worker.on('message', (news: 'ready' | Answer) => {
        if (news === 'ready') resolve();
        else this.take(news);
      });
      const giveUp = (cause: Error & { readonly code?: string }): void => {
        const isFull = cause.code === 'ERR_WORKER_OUT_OF_MEMORY';
        const error = isFull ? new TooMuchToLearn(cause.message, { cause }) : cause;
        reject(error);
        this.giveUp(error);
      };
      this.worker.on('error', giveUp);
      this.worker.on('exit', () => giveUp(new Error('the suggesting thread has ended')));
    });
    // Whoever asks learns of it, and nobody else has to wait for it.
    this.ready.catch(() => undefined);
  }

  get isOver(): boolean {
    return this.over;
  }

  suggest(text: string, language: CatalogueLanguage | null): Promise<DutySuggestions> {
    this.asked += 1;
    const number = this.asked;
    return new Promise((resolve, reject) => {
      this.waiting.set(number, { resolve, reject });
      this.worker.postMessage({ number, text, language } satisfies Question);
    });
  }

  async endWhenIdle(): Promise<void> {
    if (this.waiting.size > 0) await new Promise<void>((resolve) => (this.onIdle = resolve));
    await this.end();
  }

  async end(): Promise<void> {
    this.over = true;
    await this.worker.terminate();
  }

  private take(answer: Answer): void {
    const waiting = this.waiting.get(answer.number);
    this.waiting.delete(answer.number);
    if ('found' in answer) waiting?.resolve(answer.found);
    else waiting?.reject(new Error(answer.failure));
    if (this.waiting.size === 0) this.onIdle();
  }

  private giveUp(error: Error): void {
    this.over = true;
    for (const { reject } of this.waiting.values()) reject(error);
    this.waiting.clear();
    this.onIdle();
  }
}
