import { DutiesSuggestedV1, DutySuggestionCorrectedV1, topicOf, WordsAskedV1 } from '#contracts';
import { type Database, databaseToken, type Transaction } from '#platform/database';
import { Messaging, messagingToken, on } from '#platform/messaging';
import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { CorrectionStore } from './correction.store.js';
import { Suggester } from './suggester.js';

/** What is corrected in a row is learnt together. */
const learnEveryMs = 20_000;

/** Answers plain words with duties, and learns from what businesses correct. */
@Injectable()
export class WordsAsked implements OnModuleInit {
  private learntAt = -Infinity;

  constructor(
    @Inject(messagingToken('matcher')) private readonly messaging: Messaging,
    @Inject(databaseToken('matcher')) private readonly database: Database,
    private readonly corrections: CorrectionStore,
    private readonly suggester: Suggester,
  ) {}

  onModuleInit(): void {
    this.messaging.consume({
      consumer: 'matcher-suggesting',
      topics: [topicOf('duty-suggestion')],
      handlers: {
        [WordsAskedV1.type]: on(WordsAskedV1, async ({ aggregateId, audience, data }, tx) => {
          await this.suggest(tx, aggregateId, audience, data);
          tx.afterCommit(() => this.learnIfDue());
        }),
        [DutySuggestionCorrectedV1.type]: on(DutySuggestionCorrectedV1, async ({ aggregateId, data }, tx) => {
          await this.corrections.keep(tx, aggregateId, data);
          tx.afterCommit(() => this.learnIfDue());
        }),
      },
    });
  }

  private async suggest(
    tx: Transaction,
    suggestionId: string,
    audience: readonly string[],
    { text, language: given }: WordsAskedV1,
  ): Promise<void> {
    const { language, abstained, suggestions } = await this.suggester.suggest(text, given);
    const data: DutiesSuggestedV1 = {
      language,
      abstained,
      items: suggestions.map(({ dutyCode, confidence, evidence }) => ({
        dutyCode,
        confidence,
        evidence: evidence.map(({ start, end }) => ({ start, end })),
      })),
    };
    await tx.append([
      {
        type: DutiesSuggestedV1.type,
        aggregateType: 'suggested-duties',
        aggregateId: suggestionId,
        aggregateVersion: 1,
        audience,
        data,
      },
    ]);
  }

  /** Also what other processes kept. Nobody waits for it; what fails is tried again with the next words. */
  private learnIfDue(): void {
    if (performance.now() - this.learntAt < learnEveryMs) return;
    this.learntAt = performance.now();
    const learn = async (): Promise<void> => {
      const changed = await this.database.transaction({ kind: 'marketplace' }, (tx) => this.corrections.ifChanged(tx));
      if (changed === null) this.learntAt = -Infinity;
      else await this.suggester.learn(changed);
    };
    learn().catch(() => this.corrections.forgetPlace());
  }
}
