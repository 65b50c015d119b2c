import type { CatalogueLanguage } from '#domain';
import type { Correction, DutySuggestions } from '#knowledge/suggesting';
import { Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { type WrittenDuties, writtenTogether } from '../catalogue/written-duties.js';
import { SuggestingThread, TooMuchToLearn } from './suggesting-thread.js';

/** What is learnt of others. */
export interface Lessons {
  readonly corrections: readonly Correction[];
  /** Those in use, each by the code that it is suggested under. */
  readonly imported: WrittenDuties;
}
export interface Question {
  readonly number: number;
  readonly text: string;
  readonly language: CatalogueLanguage | null;
}
export type Answer = { readonly number: number } & ({ readonly found: DutySuggestions } | { readonly failure: string });
export interface SuggesterSettings {
  /** What is corrected in a row is learnt together: ms from one time to the next at least, 20,000 unless said. */
  readonly learnEveryMs?: number;
}

/** Of the wording of all imported duties: five times what O*NET's and ESCO's English is. An index takes ten times the room. */
const maxImportedBytes = 96 * 1_024 * 1_024;

/** Plain words to duties, on a thread of its own; a new one takes over when there is something to learn. */
@Injectable()
export class Suggester implements OnApplicationBootstrap, OnApplicationShutdown {
  private lessons: Lessons = { corrections: [], imported: writtenTogether([]) };
  private thread: SuggestingThread | null = null;
  private isShutDown = false;

  readonly learnEveryMs: number;

  constructor({ learnEveryMs = 20_000 }: SuggesterSettings = {}) {
    this.learnEveryMs = learnEveryMs;
  }

  /** So that the search index is there when the first words come. */
  onApplicationBootstrap(): void {
    this.current();
  }

  async onApplicationShutdown(): Promise<void> {
    this.isShutDown = true;
    await this.thread?.end();
  }

  suggest(text: string, language: CatalogueLanguage | null): Promise<DutySuggestions> {
    return this.current().suggest(text, language);
  }

  /**
   * In the place of what was learnt before. Until it is learnt, answers are as they were; and they stay so where it can't be learnt.
   * @throws TooMuchToLearn
   */
  async learn(news: Partial<Lessons>): Promise<void> {
    const [known, lessons] = [this.lessons, { ...this.lessons, ...news }];
    const { byteLength } = lessons.imported;
    if (byteLength > maxImportedBytes)
      throw new TooMuchToLearn(`They are ${byteLength} bytes of wording, ${maxImportedBytes} at most.`);
    this.lessons = lessons;
    const next = this.begin(lessons);
    try {
      await next.ready;
    } catch (error) {
      if (this.lessons === lessons) this.lessons = known;
      throw error;
    }
    const before = this.thread;
    if (this.isShutDown || this.lessons !== lessons) {
      await next.end();
      return;
    }
    this.thread = next;
    await before?.endWhenIdle();
  }

  private current(): SuggestingThread {
    if (this.thread === null || this.thread.isOver) this.thread = this.begin(this.lessons);
    return this.thread;
  }

  private begin(lessons: Lessons): SuggestingThread {
    return new SuggestingThread(lessons);
  }
}
