import type { Scope } from '#platform/database';
import { Injectable } from '@nestjs/common';
import { ResultWaiter } from '../result-waiter/result-waiter.js';
import { type AskedWords, type DutySuggestion, DutySuggestionStore } from './duty-suggestion.store.js';

/** Asks about plain words, and waits for the answer as long as the client wants to. */
@Injectable()
export class AskDutySuggestions {
  constructor(
    private readonly suggestions: DutySuggestionStore,
    private readonly waiter: ResultWaiter,
  ) {}

  async ask(scope: Scope, words: AskedWords, waitSeconds: number, now: string): Promise<DutySuggestion> {
    const id = await this.suggestions.ask(scope, words, now);
    return this.read(scope, id, waitSeconds);
  }

  /** The suggestion as it is when there is an answer, or when the time is over. */
  async read(scope: Scope, id: string, waitSeconds: number): Promise<DutySuggestion> {
    let latest = await this.suggestions.load(scope, id);
    if (latest.suggested !== null || waitSeconds === 0) return latest;
    await this.waiter.until(resultKey(id), waitSeconds, async () => {
      latest = await this.suggestions.load(scope, id);
      return latest.suggested;
    });
    return latest;
  }
}

export const resultKey = (id: string): string => `duty-suggestion ${id}`;
